import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Agent } from '@/api/types';
import { Line, Lines } from '@/kit/sheet';
import { When } from '@/kit/time';
import { accessLinksOfQuery, useInvite, useRevokeInvitation } from './invitations';
import classes from './invitations.module.css';

const OURS = ['no-server', 'no-mailbox', 'no-address'] as const;

/** Why a mail did not go: said by us, or in the mail server's own words. */
function useReason() {
  const { t } = useTranslation();
  return (failure: string) => {
    const known = OURS.find((slug) => slug === failure);
    return known ? t(`invitation.${known.replace('-', '_') as 'no_server' | 'no_mailbox' | 'no_address'}`) : failure;
  };
}

/** The way in by mail: an invitation until there is a password, a new password after. */
export function AgentLinks({ agent }: { agent: Agent }) {
  const { t } = useTranslation();
  const { data } = useQuery(accessLinksOfQuery(agent.id));
  const invite = useInvite();
  const revoke = useRevokeInvitation();
  const reason = useReason();
  return (
    <>
      <Lines label={t('invitation.title')}>
        {data?.map((link) => (
          <Line
            key={link.kind}
            lead={<IconMail size={18} stroke={1.6} aria-hidden="true" />}
            title={t(`invitation.${link.kind}`)}
            detail={t(`invitation.state_${link.state}`)}
            below={link.failure && link.state === 'not_sent' && <p className={classes.reason}>{reason(link.failure)}</p>}
            facts={
              <>
                <When at={link.sent_at ?? link.made_at} />
                <br />
                {t('invitation.until')} <When at={link.expires_at} />
              </>
            }
            actions={
              <Button size="xs" variant="default" loading={revoke.isPending} onClick={() => { revoke.mutate(agent.id); }}>
                {t('invitation.revoke')}
              </Button>
            }
          />
        ))}
      </Lines>
      <div className={classes.acts}>
        <Button variant="default" loading={invite.isPending && invite.variables.mail} onClick={() => { invite.mutate({ agent: agent.id, mail: true }); }}>
          {t(data?.length ? 'invitation.again' : 'invitation.send')}
        </Button>
        <Button variant="default" loading={invite.isPending && !invite.variables.mail} onClick={() => { invite.mutate({ agent: agent.id, mail: false }); }}>
          {t('invitation.make_link')}
        </Button>
      </div>
      {invite.data?.link && (
        <div className={classes.link}>
          <p>{t('invitation.link_once')}</p>
          <code>{invite.data.link}</code>
          <CopyButton value={invite.data.link}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy} leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}>
                {t(copied ? 'common.copied' : 'common.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
    </>
  );
}
