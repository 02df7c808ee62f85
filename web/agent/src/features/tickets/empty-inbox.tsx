import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconMailbox, IconSearchOff, IconSunHigh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { InboxSearch } from '@/features/navigation/views';
import { viewOf } from '@/features/navigation/views';
import { countsQuery } from '@/features/navigation/counts';
import { mailboxesQuery } from '@/features/mailboxes/mailboxes';
import { Empty } from '@/kit/states';
import classes from './empty-inbox.module.css';

function CommandLine({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.command}>
      <code>{text}</code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Tooltip label={t(copied ? 'common.copied' : 'common.copy')}>
            <ActionIcon aria-label={t('common.copy')} onClick={copy}>
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  );
}

/** Before the first mail: where to write, and a line that sends one. */
function FirstMail() {
  const { t } = useTranslation();
  const { data: mailboxes, isPending } = useQuery(mailboxesQuery);
  if (isPending) return null;
  const address = mailboxes?.[0]?.address;
  if (!address) {
    return (
      <Empty icon={<IconMailbox size={32} stroke={1.4} />} title={t('empty.no_mailbox')}>
        <p>{t('empty.no_mailbox_hint')}</p>
        <p>
          <Link to="/settings/mailboxes">{t('empty.add_mailbox')}</Link>
        </p>
      </Empty>
    );
  }
  return (
    <Empty icon={<IconMailbox size={32} stroke={1.4} />} title={t('empty.first_mail')}>
      <p>
        {t('empty.write_to')} <strong className={classes.address}>{address}</strong>
      </p>
      <p>{t('empty.try')}</p>
      <CommandLine text={`swaks --server ${window.location.hostname}:2525 --to ${address} --from you@example.com --header "Subject: Hello"`} />
    </Empty>
  );
}

export function EmptyInbox({ search }: { search: InboxSearch }) {
  const { t } = useTranslation();
  const { data: counts } = useQuery(countsQuery);
  const filtered = search.q ?? search.tag ?? search.assignee ?? search.status ?? search.saved;
  if (filtered) {
    return (
      <Empty icon={<IconSearchOff size={32} stroke={1.4} />} title={t('empty.no_match')}>
        {t('empty.no_match_hint')}
      </Empty>
    );
  }
  if (counts && !counts.views.all) return <FirstMail />;
  const view = viewOf(search);
  if (view === 'to_answer') {
    return (
      <Empty icon={<IconSunHigh size={32} stroke={1.4} />} title={t('empty.all_answered')}>
        {t('empty.all_answered_hint')}
      </Empty>
    );
  }
  return <Empty title={t('empty.view', { view: t(`view.${view}`) })}>{t(`empty.hint_${view}`)}</Empty>;
}
