import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { LANGUAGES, type Workspace } from '@/api/types';
import { timeZones } from '@/features/setup/setup';
import { useChangeWorkspace, workspaceQuery } from '@/features/workspace/workspace';
import { LANGUAGE_NAMES } from '@/i18n';
import { Confirm } from '@/kit/confirm';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { useSeen } from '@/kit/seen';
import { Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { told } from '@/kit/toast';

/** What the desk is called, where its days begin, and what it speaks when nobody says otherwise. */
export function WorkspaceScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(workspaceQuery);
  return (
    <Sheet title={t('settings.workspace')} lead={t('workspace.lead')}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} height={56} />}
      {data && <Form workspace={data} />}
    </Sheet>
  );
}

function Form({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const zones = useMemo(() => timeZones(), []);
  const [words, setWords] = useState({ name: workspace.name, time_zone: workspace.time_zone, language: workspace.language });
  const [asking, setAsking] = useState(false);
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const change = useChangeWorkspace();
  const seen = useSeen(workspace.version);
  const problem = change.error && asProblem(change.error);
  const save = () => {
    change.mutate(
      { ...words, name: words.name.trim(), seen: seen.headers },
      {
        onError: seen.onError,
        onSuccess: (now) => { seen.saved(now); told(t('common.saved')); },
        onSettled: () => { setAsking(false); },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.time_zone === workspace.time_zone) save();
    else setAsking(true);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Columns>
        <TextInput label={t('setup.company')} value={words.name} onChange={(e) => { set({ name: e.currentTarget.value }); }} error={problem?.of('name')} />
        <NativeSelect
          label={t('setup.time_zone')}
          description={t('workspace.zone_hint')}
          value={words.time_zone}
          onChange={(e) => { set({ time_zone: e.currentTarget.value }); }}
          data={[...new Set([workspace.time_zone, words.time_zone, ...zones])]}
          error={problem?.of('time_zone')}
        />
        <NativeSelect
          label={t('app.language')}
          description={t('workspace.language_hint')}
          value={words.language}
          onChange={(e) => { set({ language: e.currentTarget.value }); }}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          error={problem?.of('language')}
        />
        {workspace.host && <TextInput label={t('workspace.host')} description={t('workspace.host_hint')} value={workspace.host} readOnly />}
      </Columns>
      <FormError message={seen.message(change.error)} />
      <FormEnd>
        <Button type="submit" loading={change.isPending} disabled={!words.name.trim()}>
          {t('common.save')}
        </Button>
      </FormEnd>
      <Confirm
        opened={asking}
        close={() => { setAsking(false); }}
        title={t('workspace.move', { zone: words.time_zone })}
        verb={t('workspace.move_verb')}
        busy={change.isPending}
        act={save}
        mild
      >
        <Stack gap="sm">
          <p>{t('workspace.move_figures')}</p>
          <p>{t('workspace.move_days')}</p>
          <p>{t('workspace.move_rest')}</p>
        </Stack>
      </Confirm>
    </form>
  );
}
