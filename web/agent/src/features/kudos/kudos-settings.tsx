import { Button, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { KudosSetting } from '@/api/types';
import { useMay } from '@/features/session/session';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { Section } from '@/kit/sheet';
import { told } from '@/kit/toast';
import { kudosSettingQuery, useSetKudos } from './kudos';
import classes from './kudos.module.css';

const AMOUNT_MAX = 1_000;

/** For whoever manages the workspace: how many a month, and what comes with one. */
export function KudosSettings() {
  const { t } = useTranslation();
  const may = useMay('workspace_manage');
  const { data: setting } = useQuery(kudosSettingQuery);
  if (!may || !setting) return null;
  return (
    <Section title={t('kudos.settings')} lead={t('kudos.settings_lead')}>
      <SettingForm key={setting.version} setting={setting} />
    </Section>
  );
}

function SettingForm({ setting }: { setting: KudosSetting }) {
  const { t } = useTranslation();
  const save = useSetKudos();
  const [wish, setWish] = useState({ per_month: setting.per_month, points: setting.points, coins: setting.coins });
  const field = (name: keyof typeof wish, label: string) => (
    <NumberInput label={label} min={0} max={AMOUNT_MAX} allowDecimal={false} value={wish[name]} onChange={(value) => { if (typeof value === 'number') setWish((before) => ({ ...before, [name]: value })); }} />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(wish, { onSuccess: () => { told(t('kudos.saved')); } });
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <Columns narrow>
        {field('per_month', t('kudos.per_month'))}
        {field('points', t('kudos.points'))}
        {field('coins', t('kudos.coins'))}
      </Columns>
      <FormError message={save.error && explain(asProblem(save.error), t)} />
      <FormEnd>
        <Button type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
