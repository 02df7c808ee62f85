import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Department } from '@/api/types';
import { SmallEditor } from '@/features/composer/small-editor';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { told } from '@/kit/toast';
import { useChangeDepartment } from './edit-department';
import classes from './departments.module.css';

const FOR_EVER = 'ever';
const DAYS = ['0', '7', '14', '30', '90', FOR_EVER];

export function DepartmentForm({ department }: { department: Department }) {
  const { t } = useTranslation();
  const change = useChangeDepartment(department.id);
  const [words, setWords] = useState({
    name: department.name,
    description: department.description ?? '',
    access: department.access,
    signature_html: department.signature_html ?? '',
    reopen_days: department.reopen_days,
  });
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const reopen = words.reopen_days === null ? FOR_EVER : String(words.reopen_days);
  const days = DAYS.includes(reopen) ? DAYS : [reopen, ...DAYS];
  const dayText = (value: string) => {
    if (value === FOR_EVER) return t('department.reopen_ever');
    return value === '0' ? t('department.reopen_never') : t('department.reopen_days', { count: Number(value) });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(words, { onSuccess: () => { told(t('common.saved')); } });
  };

  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput label={t('common.name')} required withAsterisk={false} value={words.name} onChange={(e) => { set({ name: e.currentTarget.value }); }} />
      <Textarea label={t('common.description')} autosize minRows={2} value={words.description} onChange={(e) => { set({ description: e.currentTarget.value }); }} />
      <div>
        <div className={classes.label}>{t('department.access')}</div>
        <SegmentedControl
          aria-label={t('department.access')}
          value={words.access}
          onChange={(access) => { set({ access: access === 'members' ? 'members' : 'all' }); }}
          data={[
            { value: 'all', label: t('department.access_all') },
            { value: 'members', label: t('department.access_members') },
          ]}
        />
      </div>
      <NativeSelect
        label={t('department.reopen')}
        description={t('department.reopen_hint')}
        value={reopen}
        onChange={(e) => {
          const { value } = e.currentTarget;
          set({ reopen_days: value === FOR_EVER ? null : Number(value) });
        }}
        data={days.map((value) => ({ value, label: dayText(value) }))}
      />
      <SmallEditor label={t('department.signature')} html={words.signature_html} changed={(signature_html) => { set({ signature_html }); }} />
      <FormError message={change.error && explain(asProblem(change.error), t)} />
      <FormEnd>
        <Button type="submit" loading={change.isPending}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
