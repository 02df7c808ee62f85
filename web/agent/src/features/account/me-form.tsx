import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SmallEditor } from '@/features/composer/small-editor';
import { useChangeMe, useSession } from '@/features/session/session';
import { Columns, FormEnd } from '@/kit/form';
import { told } from '@/kit/toast';

export function MeForm() {
  const { t } = useTranslation();
  const { agent } = useSession();
  const [name, setName] = useState(agent.name);
  const [alias, setAlias] = useState(agent.alias ?? '');
  const [signature, setSignature] = useState<string>();
  const change = useChangeMe();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { name: name.trim(), alias: alias.trim(), ...(signature !== undefined && { signature_html: signature }) },
      { onSuccess: () => { told(t('common.saved')); } },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Columns>
        <TextInput label={t('common.person_name')} value={name} onChange={(e) => { setName(e.currentTarget.value); }} autoComplete="name" />
        <TextInput label={t('agent.alias')} description={t('agent.alias_hint')} value={alias} onChange={(e) => { setAlias(e.currentTarget.value); }} />
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
