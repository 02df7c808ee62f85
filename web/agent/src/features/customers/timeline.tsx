import { Button } from '@mantine/core';
import { IconMail, IconNote, IconSend, IconUserEdit } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '@/api/types';
import { StatusMark } from '@/features/tickets/marks';
import { Line, Lines } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { timelineQuery } from './customers';

const KINDS = ['customer.changed', 'customer.merged', 'customer.erased', 'customer.exported', 'survey.declined', 'survey.allowed', 'ticket.created', 'ticket.resolved'] as const;

function Mark({ entry: { message, ticket } }: { entry: TimelineEntry }) {
  if (message?.type === 'note') return <IconNote size={16} aria-hidden="true" />;
  if (message) return message.direction === 'in' ? <IconMail size={16} aria-hidden="true" /> : <IconSend size={16} aria-hidden="true" />;
  return ticket ? <StatusMark status={ticket.status} /> : <IconUserEdit size={16} aria-hidden="true" />;
}

/** Everything that happened with a customer, newest first. */
export function Timeline({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(timelineQuery(id));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={6} height={48} />;
  const what = (entry: TimelineEntry) => {
    const kind = KINDS.find((one) => one === entry.kind);
    return kind ? t(`timeline.${kind.replace('.', '_') as 'customer_changed'}`) : entry.kind;
  };
  return (
    <>
      <Lines label={t('timeline.label')}>
        {data.pages.flatMap((page) =>
          page.items.map((entry, i) => (
            <Line
              key={`${entry.at} ${entry.message?.id ?? entry.kind} ${i}`}
              lead={<Mark entry={entry} />}
              title={
                entry.ticket ? (
                  <Link to="/tickets/$code" params={{ code: entry.ticket.code }} search={{ view: 'all' }}>
                    {entry.ticket.subject || t('ticket.no_subject')}
                  </Link>
                ) : (
                  what(entry)
                )
              }
              detail={entry.message ? `${entry.message.author} · ${entry.message.text}` : entry.ticket ? what(entry) : entry.by}
              facts={
                <>
                  {entry.message && entry.ticket && <StatusMark status={entry.ticket.status} />}
                  <When at={entry.at} />
                </>
              }
            />
          )),
        )}
      </Lines>
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage} mt="md">
          {t('common.more')}
        </Button>
      )}
    </>
  );
}
