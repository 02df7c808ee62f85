import { NativeSelect, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '@/kit/sheet';
import { badgesQuery, PRESETS, settingQuery, useChooseGame } from './game';
import classes from './game.module.css';

/** For whoever manages the workspace: how badges are set, and what boards show. */
export function GameSettings() {
  const { t } = useTranslation();
  const { data: edits = false } = useQuery({ ...badgesQuery, select: (badges) => badges.some((badge) => badge.abilities.edit) });
  const { data: setting } = useQuery(settingQuery);
  const choose = useChooseGame();
  if (!edits || !setting) return null;
  return (
    <Section title={t('game.settings')} lead={t('game.settings_lead')}>
      <div className={classes.form}>
        <NativeSelect label={t('game.preset')} value={setting.preset} onChange={(e) => { const preset = PRESETS.find((each) => each === e.currentTarget.value); if (preset) choose.mutate({ preset }); }} data={PRESETS.map((value) => ({ value, label: t(`game.preset_${value}`) }))} />
        <Switch label={t('game.full_boards')} checked={setting.full_boards} onChange={(e) => { choose.mutate({ full_boards: e.currentTarget.checked }); }} />
        <Switch label={t('game.may_leave')} checked={setting.may_leave_boards} onChange={(e) => { choose.mutate({ may_leave_boards: e.currentTarget.checked }); }} />
        <Switch label={t('game.anonymous')} checked={setting.anonymous} onChange={(e) => { choose.mutate({ anonymous: e.currentTarget.checked }); }} />
      </div>
    </Section>
  );
}
