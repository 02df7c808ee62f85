import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Survey, SurveySending } from '@/api/types';
import { Line, Lines } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { sendingsQuery } from './surveys';

const REASONS = ['off', 'reopened', 'condition', 'lately', 'refused', 'never_wrote', 'machine', 'undelivered', 'no_address', 'no_origin', 'under_way', 'erased', 'demo'] as const;

/** Why it did not go: in our words where it is one of our reasons, else as the server said. */
function why(reason: string, t: TFunction) {
  const known = REASONS.find((one) => one === reason);
  return known ? t(`survey.reason_${known}`) : reason;
}

/** To whom a survey went, to whom not, and why. */
export function SurveySendings({ survey }: { survey: Survey }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(sendingsQuery(survey.id));
  const sendings = data?.pages.flatMap((page) => page.items) ?? [];
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={6} height={48} />;
  if (sendings.length === 0) return <p>{t('survey.no_sendings')}</p>;
  return (
    <>
      <Lines label={t('survey.sendings')}>
        {sendings.map((sending) => (
          <SendingLine key={sending.id} sending={sending} />
        ))}
      </Lines>
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage} mt="md">
          {t('common.more')}
        </Button>
      )}
    </>
  );
}

function SendingLine({ sending }: { sending: SurveySending }) {
  const { t } = useTranslation();
  const { ticket, customer, state, reason, score } = sending;
  const became = score === null ? t(`survey.state_${state}`) : t('survey.answered_with', { score });
  return (
    <Line
      faint={state === 'not_sent'}
      title={
        ticket ? (
          <Link to="/tickets/$code" params={{ code: ticket.code }} search={{ view: 'all' }}>
            {ticket.subject || t('ticket.no_subject')}
          </Link>
        ) : (
          t('ticket.no_subject')
        )
      }
      detail={[customer?.name, became, state !== 'sent' && reason ? why(reason, t) : null].filter(Boolean).join(' · ')}
      facts={<When at={sending.at} />}
    />
  );
}
