import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { AppOffer } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import classes from './security.module.css';

/** The picture an app reads, the secret for those without a camera, and the code that proves it took it in. */
export function TotpOffer({ offer, confirm, busy, error }: { offer: AppOffer; confirm: (code: string) => void; busy: boolean; error: unknown }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const problem = error ? asProblem(error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm(code.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className={classes.offer}>
        <img className={classes.picture} src={`data:image/svg+xml;utf8,${encodeURIComponent(offer.qr_svg)}`} alt={t('second.picture')} />
        <div>
          <p>{t('second.scan')}</p>
          <code className={classes.secret}>{offer.secret.replace(/(.{4})/g, '$1 ')}</code>
          <TextInput
            label={t('second.code')}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(e) => { setCode(e.currentTarget.value); }}
            data-autofocus
          />
        </div>
      </div>
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" loading={busy} disabled={!code.trim()}>
          {t('second.turn_on')}
        </Button>
      </FormEnd>
    </form>
  );
}
