import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { MailTemplate } from '@/api/types';
import { SmallEditor } from '@/features/composer/small-editor';
import { departmentsQuery } from '@/features/departments/departments';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { Written } from '@/kit/written';
import { Variables } from '@/kit/variables';
import { previewTemplate, useRestoreTemplate, useSaveTemplate, type TemplateWords } from './templates';
import classes from './templates.module.css';

/** One mail's text: written, looked at with this desk's own names, saved for all or for a department. */
export function TemplateForm({ template, done }: { template: MailTemplate; done: () => void }) {
  const { t } = useTranslation();
  const { data: departments = [] } = useQuery(departmentsQuery);
  const [words, setWords] = useState<TemplateWords>({ subject: template.subject, html: template.html });
  const [department, setDepartment] = useState(template.department?.id ?? '');
  const [looking, setLooking] = useState(false);
  const set = (part: Partial<TemplateWords>) => { setWords((before) => ({ ...before, ...part })); };
  const save = useSaveTemplate(template, department || null);
  const restore = useRestoreTemplate();
  const preview = useQuery({
    queryKey: ['template-preview', template.kind, template.language, department, words],
    queryFn: () => previewTemplate(template, department || null, words),
    enabled: looking,
    retry: false,
  });
  const problem = (save.error ?? (looking ? preview.error : null)) && asProblem(save.error ?? preview.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(words, { onSuccess: done });
  };

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <SegmentedControl
        value={looking ? 'preview' : 'text'}
        onChange={(value) => { setLooking(value === 'preview'); }}
        data={[{ value: 'text', label: t('templates.text') }, { value: 'preview', label: t('templates.preview') }]}
        fullWidth
      />
      {looking ? (
        <div className={classes.preview} aria-live="polite">
          {preview.data?.subject && <strong>{preview.data.subject}</strong>}
          {preview.data && <Written html={preview.data.html} />}
        </div>
      ) : (
        <>
          {template.own_subject ? (
            <TextInput label={t('ticket.subject')} value={words.subject} onChange={(e) => { set({ subject: e.currentTarget.value }); }} error={problem?.of('subject')} />
          ) : (
            <p className={classes.hint}>{t('templates.subject_hint')}</p>
          )}
          <SmallEditor label={t('templates.text')} html={words.html} changed={(html) => { set({ html }); }} />
          <Variables names={template.variables} />
        </>
      )}
      {!template.to_agents && (
        <NativeSelect
          label={t('canned.scope')}
          value={department}
          onChange={(e) => { setDepartment(e.currentTarget.value); }}
          data={[{ value: '', label: t('templates.all_departments') }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        {!template.shipped && (
          <Button variant="subtle" loading={restore.isPending} onClick={() => { restore.mutate(template, { onSuccess: done }); }}>
            {t(template.department ? 'templates.drop_own' : 'templates.restore')}
          </Button>
        )}
        <Button type="submit" loading={save.isPending} disabled={!words.html || (template.own_subject && !words.subject.trim())}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
