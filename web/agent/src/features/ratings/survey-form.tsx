import { Button, NativeSelect, NumberInput, Switch, Tabs, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { LANGUAGE_NAMES } from '@/i18n';
import { LANGUAGES, type Condition, type Language, type Survey } from '@/api/types';
import { ConditionBuilder } from '@/features/views/condition-builder';
import { isComplete } from '@/features/views/fields';
import { explain } from '@/kit/explain';
import { Columns, FieldGroup, FormEnd, FormError } from '@/kit/form';
import { DELAYS, EVERY_DAYS_MAX, SURVEY_KINDS, TEXT_LENGTH_MAX, useSaveSurvey, written, type SurveyWords } from './surveys';
import classes from './ratings.module.css';

const HOUR = 60;
const DAY = 24 * HOUR;

/** "1 hour", "3 days". */
function span(minutes: number, language: string) {
  const [unit, amount] = minutes % DAY === 0 ? (['day', minutes / DAY] as const) : minutes % HOUR === 0 ? (['hour', minutes / HOUR] as const) : (['minute', minutes] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

/** What is asked, of whom, when, and in which words. */
export function SurveyForm({ survey, close }: { survey: Survey | null; close: () => void }) {
  const { t, i18n } = useTranslation();
  const save = useSaveSurvey(survey);
  const problem = save.error && asProblem(save.error);
  const [words, setWords] = useState<SurveyWords>({
    name: survey?.name ?? '',
    kind: survey?.kind === 'rating' ? 'csat' : (survey?.kind ?? 'csat'),
    active: survey?.active ?? true,
    delay_minutes: survey?.delay_minutes ?? HOUR,
    every_days: survey?.every_days ?? 30,
    condition: survey?.condition ?? ({ all: [] } as Condition),
    texts: survey?.texts ?? {},
  });
  const set = (part: Partial<SurveyWords>) => { setWords((before) => ({ ...before, ...part })); };
  const delays = [...new Set<number>([...DELAYS, words.delay_minutes])].sort((a, b) => a - b);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ...words, name: words.name.trim(), texts: written(words.texts) }, { onSuccess: close });
  };
  const say = (language: Language, part: Partial<{ question: string; thanks: string }>) => {
    setWords((before) => ({ ...before, texts: { ...before.texts, [language]: { question: '', thanks: '', ...before.texts[language], ...part } } }));
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('common.name')} value={words.name} maxLength={200} onChange={(e) => { set({ name: e.currentTarget.value }); }} error={problem?.of('name')} data-autofocus />
      <Columns>
        <NativeSelect
          label={t('rating.kind')}
          description={survey ? t('survey.kind_stays') : undefined}
          disabled={survey !== null}
          value={words.kind}
          onChange={(e) => { set({ kind: SURVEY_KINDS.find((kind) => kind === e.currentTarget.value) }); }}
          data={SURVEY_KINDS.map((kind) => ({ value: kind, label: t(`rating.kind_${kind}`) }))}
        />
        <NativeSelect
          label={t('survey.delay')}
          value={String(words.delay_minutes)}
          onChange={(e) => { set({ delay_minutes: Number(e.currentTarget.value) }); }}
          data={delays.map((minutes) => ({ value: String(minutes), label: minutes === 0 ? t('survey.at_once') : span(minutes, i18n.language) }))}
        />
        <NumberInput label={t('survey.every_days')} description={t('survey.every_days_hint')} min={0} max={EVERY_DAYS_MAX} allowDecimal={false} value={words.every_days} onChange={(value) => { if (typeof value === 'number') set({ every_days: value }); }} />
      </Columns>
      <FieldGroup title={t('survey.condition')} hint={t('survey.condition_hint')}>
        <ConditionBuilder condition={words.condition} names={survey?.names ?? {}} missing={survey?.missing ?? []} change={(condition) => { set({ condition }); }} />
      </FieldGroup>
      <FieldGroup title={t('survey.texts')} hint={t('survey.texts_hint')}>
        <Tabs defaultValue={LANGUAGES.find((language) => language === i18n.language) ?? 'en'}>
          <Tabs.List>
            {LANGUAGES.map((language) => (
              <Tabs.Tab key={language} value={language}>
                {LANGUAGE_NAMES[language]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {LANGUAGES.map((language) => (
            <Tabs.Panel key={language} value={language} className={classes.texts}>
              <Textarea label={t('survey.question')} placeholder={t(`survey.question_${words.kind ?? 'csat'}`)} lang={language} autosize minRows={1} maxLength={TEXT_LENGTH_MAX} value={words.texts[language]?.question ?? ''} onChange={(e) => { say(language, { question: e.currentTarget.value }); }} />
              <Textarea label={t('survey.thanks')} placeholder={t('survey.thanks_usual')} lang={language} autosize minRows={1} maxLength={TEXT_LENGTH_MAX} value={words.texts[language]?.thanks ?? ''} onChange={(e) => { say(language, { thanks: e.currentTarget.value }); }} />
            </Tabs.Panel>
          ))}
        </Tabs>
      </FieldGroup>
      <Switch label={t('survey.active')} checked={words.active} onChange={(e) => { set({ active: e.currentTarget.checked }); }} />
      <FormError message={problem && explain(problem, t)} />
      <FormEnd>
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={!words.name.trim() || !isComplete(words.condition)} loading={save.isPending}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
