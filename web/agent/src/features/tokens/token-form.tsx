import { Button, CopyButton, NativeSelect, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { useMakeToken } from './tokens';
import classes from './tokens.module.css';

const DAY_MS = 86_400_000;
const LIVES = ['30', '90', '365', ''] as const;

export function TokenForm({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [life, setLife] = useState<string>('365');
  const [addresses, setAddresses] = useState('');
  const make = useMakeToken();
  const problem = make.error && asProblem(make.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const list = addresses.split(/[\s,;]+/).filter(Boolean);
    make.mutate({
      name: name.trim(),
      ...(life && { expires_at: new Date(Date.now() + Number(life) * DAY_MS).toISOString() }),
      ...(list.length > 0 && { addresses: list }),
    });
  };

  if (make.data) {
    return (
      <div className={classes.made}>
        <p>{t('token.once')}</p>
        <code>{make.data.token}</code>
        <FormEnd>
          <CopyButton value={make.data.token}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy} leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} data-autofocus>
                {t(copied ? 'common.copied' : 'common.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={done}>{t('common.done')}</Button>
        </FormEnd>
      </div>
    );
  }
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('token.name')} description={t('token.name_hint')} value={name} onChange={(e) => { setName(e.currentTarget.value); }} data-autofocus />
      <NativeSelect
        label={t('token.life')}
        value={life}
        onChange={(e) => { setLife(e.currentTarget.value); }}
        data={LIVES.map((value) => ({ value, label: value ? t('token.days', { count: Number(value) }) : t('token.for_ever') }))}
      />
      <TextInput label={t('token.addresses')} description={t('token.addresses_hint')} value={addresses} onChange={(e) => { setAddresses(e.currentTarget.value); }} error={problem?.of('addresses')} />
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" disabled={!name.trim()} loading={make.isPending}>
          {t('token.make')}
        </Button>
      </FormEnd>
    </form>
  );
}
