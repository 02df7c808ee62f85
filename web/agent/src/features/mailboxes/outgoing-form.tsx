import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { OutgoingServer } from '@/api/types';
import { useSession } from '@/features/session/session';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { told } from '@/kit/toast';
import { useSetOutgoing, useTryOutgoing } from './edit-mailbox';
import classes from './mailboxes.module.css';

const EXAMPLE = 'smtp://mail.example.com:587';
const TLS = ['offered', 'required', 'none'] as const;

export function OutgoingForm({ server }: { server: OutgoingServer }) {
  const { t } = useTranslation();
  const [words, setWords] = useState({ url: server.url ?? '', user: server.user ?? '', password: '', tls: server.tls ?? 'offered' });
  const edit = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const set = useSetOutgoing();
  const fixed = server.configured_by === 'environment';
  const problem = set.error && asProblem(set.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { password, user, ...rest } = words;
    set.mutate({ ...rest, user: user || null, ...(password && { password }) }, { onSuccess: () => { told(t('common.saved')); } });
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      {fixed && <p className={classes.fixed}>{t('outgoing.fixed')}</p>}
      <TextInput
        label={t('outgoing.url')}
        description={t('outgoing.url_hint')}
        placeholder={EXAMPLE}
        value={words.url}
        onChange={(e) => { edit({ url: e.currentTarget.value }); }}
        error={problem?.of('url')}
        disabled={fixed}
        spellCheck={false}
      />
      <Columns>
        <TextInput label={t('outgoing.user')} value={words.user} onChange={(e) => { edit({ user: e.currentTarget.value }); }} disabled={fixed} autoComplete="off" />
        <PasswordInput label={t('sign_in.password')} value={words.password} onChange={(e) => { edit({ password: e.currentTarget.value }); }} disabled={fixed} autoComplete="new-password" placeholder={server.user ? t('outgoing.unchanged') : ''} />
        <NativeSelect label={t('outgoing.tls')} value={words.tls} onChange={(e) => { edit({ tls: e.currentTarget.value }); }} disabled={fixed} data={TLS.map((value) => ({ value, label: t(`outgoing.tls_${value}`) }))} />
      </Columns>
      <FormError message={problem ? explain(problem, t) : null} />
      {!fixed && (
        <FormEnd>
          <Button type="submit" loading={set.isPending} disabled={!words.url.trim()}>
            {t('common.save')}
          </Button>
        </FormEnd>
      )}
      {server.configured_by !== 'none' && <Trial />}
    </form>
  );
}

/** Sends one real mail, and tells what the server said. */
function Trial() {
  const { t } = useTranslation();
  const { agent } = useSession();
  const [to, setTo] = useState(agent.email);
  const trial = useTryOutgoing();
  const problem = trial.error && asProblem(trial.error);
  return (
    <div className={classes.trial}>
      <TextInput label={t('outgoing.test')} type="email" value={to} onChange={(e) => { setTo(e.currentTarget.value); }} />
      <Button variant="default" loading={trial.isPending} onClick={() => { trial.mutate(to); }}>
        {t('outgoing.test_send')}
      </Button>
      <div role="status" className={classes.verdict}>
        {trial.isSuccess && (
          <span data-good>
            <IconCircleCheck size={16} aria-hidden="true" /> {t('outgoing.test_good')} {trial.data?.text}
          </span>
        )}
        {problem && <span data-bad>{problem.message || explain(problem, t)}</span>}
      </div>
    </div>
  );
}
