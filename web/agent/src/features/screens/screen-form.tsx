import { Button, Checkbox, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { LANGUAGES, type WallScreen } from '@/api/types';
import { departmentsQuery } from '@/features/departments/departments';
import { metricChoices, NAME_LENGTH_MAX } from '@/features/game/game';
import classes from '@/features/wall/wall.module.css';
import { LANGUAGE_NAMES } from '@/i18n';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { SCREEN_PARTS, useSaveScreen } from './screens';

/** What a television shows, and of whom. */
export function ScreenForm({ screen, saved }: { screen: WallScreen | null; saved: (screen: WallScreen) => void }) {
  const { t, i18n } = useTranslation();
  const save = useSaveScreen(screen);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const [wish, setWish] = useState({
    name: screen?.name ?? '',
    shows: screen?.shows ?? [...SCREEN_PARTS],
    departments: screen?.departments ?? [],
    metric: screen?.metric ?? 'points',
    language: screen?.language ?? i18n.language,
  });
  const set = (part: Partial<typeof wish>) => { setWish((before) => ({ ...before, ...part })); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ...wish, name: wish.name.trim() }, { onSuccess: saved });
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('common.name')} placeholder={t('screen.name_example')} value={wish.name} maxLength={NAME_LENGTH_MAX} onChange={(e) => { set({ name: e.currentTarget.value }); }} data-autofocus />
      <Checkbox.Group label={t('screen.shows')} value={wish.shows} onChange={(shows) => { set({ shows: SCREEN_PARTS.filter((part) => shows.includes(part)) }); }}>
        <div className={classes.checks}>
          {SCREEN_PARTS.map((part) => (
            <Checkbox key={part} value={part} label={t(`screen.part_${part}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <MultiSelect label={t('contest.departments')} description={t('screen.departments_hint')} searchable value={wish.departments} onChange={(value) => { set({ departments: value }); }} data={departments.map(({ id, name }) => ({ value: id, label: name }))} />
      <NativeSelect label={t('screen.metric')} value={wish.metric} onChange={(e) => { set({ metric: e.currentTarget.value }); }} data={[{ value: 'points', label: t('game.points_metric') }, ...metricChoices(wish.metric, t).filter(({ value }) => value !== 'points')]} />
      <NativeSelect label={t('screen.language')} value={wish.language} onChange={(e) => { set({ language: e.currentTarget.value }); }} data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} />
      <FormError message={save.error && explain(asProblem(save.error), t)} />
      <FormEnd>
        <Button type="submit" loading={save.isPending} disabled={!wish.name.trim() || wish.shows.length === 0}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
