import { Button, NativeSelect, NumberInput, SegmentedControl, Switch, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Department } from '@/api/types';
import { SmallEditor } from '@/features/composer/small-editor';
import { mailboxesQuery } from '@/features/mailboxes/mailboxes';
import { FormEnd, FormError } from '@/kit/form';
import { useSeen } from '@/kit/seen';
import { told } from '@/kit/toast';
import { useChangeDepartment } from './edit-department';
import classes from './departments.module.css';

const FOR_EVER = 'ever';
const ROUTINGS: Department['routing'][] = ['pull', 'round_robin', 'least_busy', 'skill'];
const ORDERS: Department['solve_order'][] = ['importance', 'fifo'];
const AFTER: Department['after_chat'][] = ['answered', 'resolved'];
const DAYS = ['0', '7', '14', '30', '90', FOR_EVER];

export function DepartmentForm({ department }: { department: Department }) {
  const { t } = useTranslation();
  const change = useChangeDepartment(department.id);
  const seen = useSeen(department.version);
  const { data: mailboxes = [] } = useQuery(mailboxesQuery);
  const [words, setWords] = useState({
    name: department.name,
    description: department.description ?? '',
    access: department.access,
    signature_html: department.signature_html ?? '',
    reopen_days: department.reopen_days,
    to_solve: department.to_solve,
    solve_order: department.solve_order,
    routing: department.routing,
    capacity: department.capacity,
    mailbox: department.mailbox,
    sender_name: department.sender_name ?? '',
    after_chat: department.after_chat,
    after_call: department.after_call,
    rating: department.rating,
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
    change.mutate({ words, seen: seen.headers }, { onError: seen.onError, onSuccess: (now) => { seen.saved(now); told(t('common.saved')); } });
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
      <NativeSelect
        label={t('department.routing')}
        description={t('department.routing_hint')}
        value={words.routing}
        onChange={(e) => { set({ routing: e.currentTarget.value as Department['routing'] }); }}
        data={ROUTINGS.map((value) => ({ value, label: t(`routing.${value}`) }))}
      />
      {words.routing === 'pull' && (
        <Switch label={t('department.to_solve')} checked={words.to_solve} onChange={(e) => { set({ to_solve: e.currentTarget.checked }); }} />
      )}
      <NativeSelect
        label={t('department.solve_order')}
        value={words.solve_order}
        onChange={(e) => { set({ solve_order: e.currentTarget.value as Department['solve_order'] }); }}
        data={ORDERS.map((value) => ({ value, label: t(`solve_order.${value}`) }))}
      />
      {words.routing !== 'pull' && (
        <NumberInput
          label={t('department.capacity')}
          description={t('department.capacity_hint')}
          min={1}
          max={1000}
          value={words.capacity ?? ''}
          onChange={(value) => { set({ capacity: typeof value === 'number' ? value : null }); }}
        />
      )}
      <NativeSelect
        label={t('department.mailbox')}
        value={words.mailbox ?? ''}
        onChange={(e) => { set({ mailbox: e.currentTarget.value || null }); }}
        data={[{ value: '', label: t('department.mailbox_same') }, ...mailboxes.map(({ id, address }) => ({ value: id, label: address }))]}
      />
      <TextInput label={t('department.sender_name')} value={words.sender_name} onChange={(e) => { set({ sender_name: e.currentTarget.value }); }} />
      {(['after_chat', 'after_call'] as const).map((talk) => (
        <NativeSelect
          key={talk}
          label={t(`department.${talk}`)}
          value={words[talk]}
          onChange={(e) => { set({ [talk]: e.currentTarget.value as Department['after_chat'] }); }}
          data={AFTER.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
      ))}
      <Switch label={t('department.rating')} checked={words.rating} onChange={(e) => { set({ rating: e.currentTarget.checked }); }} />
      <SmallEditor label={t('department.signature')} html={words.signature_html} changed={(signature_html) => { set({ signature_html }); }} />
      <FormError message={seen.message(change.error)} />
      <FormEnd>
        <Button type="submit" loading={change.isPending}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
