import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { departmentsQuery } from '@/features/departments/departments';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { useAddMailbox } from './edit-mailbox';
import classes from './mailboxes.module.css';

export function MailboxForm({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const { data: departments = [] } = useQuery(departmentsQuery);
  const [words, setWords] = useState({ address: '', name: '', department: '' });
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const add = useAddMailbox();
  const problem = add.error && asProblem(add.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { address: words.address.trim(), ...(words.name && { name: words.name.trim() }), ...(words.department && { department: words.department }) },
      { onSuccess: done },
    );
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('mailbox.address')} type="email" value={words.address} onChange={(e) => { set({ address: e.currentTarget.value }); }} error={problem?.of('address')} data-autofocus />
      <TextInput label={t('mailbox.name')} description={t('mailbox.name_hint')} value={words.name} onChange={(e) => { set({ name: e.currentTarget.value }); }} />
      <NativeSelect
        label={t('ticket.department')}
        value={words.department}
        onChange={(e) => { set({ department: e.currentTarget.value }); }}
        data={[{ value: '', label: t('mailbox.default_department') }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" loading={add.isPending} disabled={!words.address.includes('@')}>
          {t('common.add')}
        </Button>
      </FormEnd>
    </form>
  );
}
