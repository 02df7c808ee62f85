import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { patch } from '@/api/client';
import { asProblem } from '@/api/problem';
import { keys } from '@/api/query-client';
import type { Customer } from '@/api/types';
import { useAct } from '@/kit/act';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { told } from '@/kit/toast';

/** What is known of a customer and may be put right. */
export function CustomerForm({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const [name, setName] = useState(customer.name);
  const [phones, setPhones] = useState(customer.phones.join(', '));
  const [notes, setNotes] = useState(customer.notes ?? '');
  const change = useAct((words: { name: string; phones: string[]; notes: string }) => patch<Customer>(`/customers/${customer.id}`, words), [keys.customers, keys.lists], true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { name: name.trim(), phones: phones.split(/[,;]+/).map((phone) => phone.trim()).filter(Boolean), notes },
      { onSuccess: () => { told(t('common.saved')); } },
    );
  };
  return (
    <form onSubmit={submit}>
      <Columns>
        <TextInput label={t('common.person_name')} value={name} onChange={(e) => { setName(e.currentTarget.value); }} />
        <TextInput label={t('customer.phones')} value={phones} onChange={(e) => { setPhones(e.currentTarget.value); }} />
      </Columns>
      <Textarea label={t('customer.notes')} description={t('customer.notes_hint')} value={notes} onChange={(e) => { setNotes(e.currentTarget.value); }} autosize minRows={2} mt="md" />
      <FormError message={change.error && explain(asProblem(change.error), t)} />
      <FormEnd>
        <Button type="submit" variant="default" loading={change.isPending}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
