import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { LANGUAGES, type CannedMessage } from '@/api/types';
import { SmallEditor } from '@/features/composer/small-editor';
import { departmentsQuery } from '@/features/departments/departments';
import { LANGUAGE_NAMES } from '@/i18n';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { Variables } from '@/kit/variables';
import { useSaveCanned } from './edit-canned';
import classes from './canned.module.css';

const SCOPES = ['personal', 'department', 'all'] as const;
const VARIABLES = ['customer.first_name', 'customer.name', 'agent.name', 'ticket.code', 'ticket.subject', 'department.name'];

export function CannedForm({ message, done }: { message: CannedMessage | null; done: () => void }) {
  const { t, i18n } = useTranslation();
  const { data: departments = [] } = useQuery(departmentsQuery);
  const [words, setWords] = useState({
    name: message?.name ?? '',
    keywords: message?.keywords ?? '',
    html: message?.html ?? '',
    language: message?.language ?? i18n.language,
    scope: message?.scope ?? ('personal' as CannedMessage['scope']),
    department: message?.department ?? '',
  });
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const save = useSaveCanned(message?.id);
  const problem = save.error && asProblem(save.error);
  const department = words.department || departments[0]?.id;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      {
        name: words.name.trim(),
        html: words.html,
        scope: words.scope,
        keywords: words.keywords.trim(),
        language: words.language,
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
      <SmallEditor label={t('canned.text')} html={words.html} changed={(html) => { set({ html }); }} />
      <Variables names={VARIABLES} />
      <Columns>
        <NativeSelect
          label={t('app.language')}
          value={words.language}
          onChange={(e) => { set({ language: e.currentTarget.value }); }}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <NativeSelect
          label={t('canned.scope')}
          value={words.scope}
          onChange={(e) => { set({ scope: e.currentTarget.value as CannedMessage['scope'] }); }}
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
        <Button type="submit" loading={save.isPending} disabled={!words.name.trim() || !words.html}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
