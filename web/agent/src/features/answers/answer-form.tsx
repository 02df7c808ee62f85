import { Button, NativeSelect, Tabs, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { LANGUAGES, type PredefinedAnswer } from '@/api/types';
import { SmallEditor } from '@/features/composer/small-editor';
import { departmentsQuery } from '@/features/departments/departments';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { Variables } from '@/kit/variables';
import { languageName, languagesOf, useSaveAnswer } from './answers';
import classes from './answers.module.css';

const SCOPES = ['all', 'department', 'personal'] as const;
const VARIABLES = ['customer.first_name', 'customer.name', 'agent.name', 'ticket.code', 'ticket.subject', 'department.name', 'department.hours', 'company.name'];

export function AnswerForm({ answer, done }: { answer: PredefinedAnswer | null; done: () => void }) {
  const { t, i18n } = useTranslation();
  const { data: departments = [] } = useQuery(departmentsQuery);
  const [words, setWords] = useState({
    name: answer?.name ?? '',
    keywords: answer?.keywords ?? '',
    language: answer?.language ?? i18n.language,
    scope: answer?.scope ?? ('all' as PredefinedAnswer['scope']),
    department: answer?.department ?? '',
  });
  const [texts, setTexts] = useState<Record<string, string>>(answer ? { ...answer.texts, [answer.language]: answer.html } : {});
  const [shown, setShown] = useState(words.language);
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const save = useSaveAnswer(answer);
  const problem = save.error && asProblem(save.error);
  const department = words.department || departments[0]?.id;
  const languages = [...new Set([...LANGUAGES, ...(answer ? languagesOf(answer) : [])])];
  const html = texts[words.language] ?? '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const others = Object.entries(texts).filter(([language, text]) => text && language !== words.language);
    save.mutate(
      {
        name: words.name.trim(),
        keywords: words.keywords.trim(),
        language: words.language,
        html,
        texts: Object.fromEntries(others),
        scope: words.scope,
        ...(words.scope === 'department' && department && { department }),
      },
      { onSuccess: done },
    );
  };

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <Columns>
        <TextInput label={t('common.name')} value={words.name} onChange={(e) => { set({ name: e.currentTarget.value }); }} error={problem?.of('name')} data-autofocus />
        <TextInput label={t('canned.keywords')} value={words.keywords} onChange={(e) => { set({ keywords: e.currentTarget.value }); }} />
      </Columns>
      <Tabs value={shown} onChange={(language) => { if (language) setShown(language); }} keepMounted={false}>
        <Tabs.List aria-label={t('app.language')}>
          {languages.map((language) => (
            <Tabs.Tab
              key={language}
              value={language}
              rightSection={texts[language] ? <IconCheck size={14} aria-label={t('answers.written')} /> : undefined}
            >
              {languageName(language)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {languages.map((language) => (
          <Tabs.Panel key={language} value={language} pt={8}>
            <SmallEditor
              label={t('answers.text_in', { language: languageName(language) })}
              html={texts[language] ?? ''}
              changed={(text) => { setTexts((before) => ({ ...before, [language]: text })); }}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
      <Variables names={VARIABLES} />
      <Columns>
        <NativeSelect
          label={t('answers.main')}
          description={t('answers.main_hint')}
          value={words.language}
          onChange={(e) => {
            set({ language: e.currentTarget.value });
            setShown(e.currentTarget.value);
          }}
          data={languages.map((value) => ({ value, label: languageName(value) }))}
        />
        <NativeSelect
          label={t('canned.scope')}
          description={t('answers.scope_hint')}
          value={words.scope}
          onChange={(e) => { set({ scope: e.currentTarget.value as PredefinedAnswer['scope'] }); }}
          data={SCOPES.map((value) => ({ value, label: t(`canned.scope_${value}`) }))}
        />
        {words.scope === 'department' && (
          <NativeSelect
            label={t('ticket.department')}
            value={department}
            onChange={(e) => { set({ department: e.currentTarget.value }); }}
            data={departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Columns>
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" loading={save.isPending} disabled={!words.name.trim() || !html}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
