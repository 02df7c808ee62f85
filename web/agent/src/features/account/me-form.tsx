import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AvatarField } from '@/features/agents/avatar-field';
import { TonguesField } from '@/features/agents/tongues-field';
import { SmallEditor } from '@/features/composer/small-editor';
import { useChangeMe, useSession } from '@/features/session/session';
import { timeZones } from '@/features/setup/setup';
import { Columns, FormEnd } from '@/kit/form';
import { told } from '@/kit/toast';

export function MeForm() {
  const { t } = useTranslation();
  const { agent } = useSession();
  const [name, setName] = useState(agent.name);
  const [alias, setAlias] = useState(agent.alias ?? '');
  const [zone, setZone] = useState(agent.time_zone ?? '');
  const [languages, setLanguages] = useState(agent.languages);
  const [signature, setSignature] = useState<string>();
  const zones = useMemo(() => timeZones(), []);
  const change = useChangeMe();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { name: name.trim(), alias: alias.trim(), time_zone: zone || null, languages, ...(signature !== undefined && { signature_html: signature }) },
      { onSuccess: () => { told(t('common.saved')); } },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <AvatarField agent={agent} />
      <Columns>
        <TextInput label={t('common.person_name')} value={name} onChange={(e) => { setName(e.currentTarget.value); }} autoComplete="name" />
        <TextInput label={t('agent.alias')} description={t('agent.alias_hint')} value={alias} onChange={(e) => { setAlias(e.currentTarget.value); }} />
        <NativeSelect
          label={t('setup.time_zone')}
          value={zone}
          onChange={(e) => { setZone(e.currentTarget.value); }}
          data={[{ value: '', label: t('agent.zone_workspace') }, ...new Set([...(zone ? [zone] : []), ...zones])]}
        />
        <TonguesField value={languages} change={setLanguages} />
      </Columns>
      <div style={{ marginTop: 12 }}>
        <SmallEditor label={t('account.signature')} html={agent.signature_html ?? ''} changed={setSignature} />
      </div>
      <FormEnd>
        <Button type="submit" loading={change.isPending} disabled={!name.trim()}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
