import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { patch } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Customer } from '@/api/types';
import { FieldInputs } from '@/features/fields/field-inputs';
import type { Values } from '@/features/fields/fields';
import { useAct } from '@/kit/act';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { useSeen } from '@/kit/seen';
import { told } from '@/kit/toast';

const parts = (text: string) => text.split(/[,;\n]+/).map((part) => part.trim()).filter(Boolean);

/** What is known of a customer and may be put right. */
export function CustomerForm({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const [name, setName] = useState(customer.name);
  const [emails, setEmails] = useState(customer.emails.join('\n'));
  const [phones, setPhones] = useState(customer.phones.join(', '));
  const [company, setCompany] = useState(customer.company?.name ?? '');
  const [groups, setGroups] = useState(customer.groups.join(', '));
  const [language, setLanguage] = useState(customer.language ?? '');
  const [zone, setZone] = useState(customer.time_zone ?? '');
  const [notes, setNotes] = useState(customer.notes ?? '');
  const [fields, setFields] = useState<Values>({});
  const seen = useSeen(customer.version);
  const change = useAct((words: Record<string, unknown>) => patch<Customer>(`/customers/${customer.id}`, words, seen.headers), [keys.customers, keys.lists], true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      {
        name: name.trim(),
        emails: parts(emails),
        phones: parts(phones),
        company: company.trim() || null,
        groups: parts(groups),
        language: language.trim() || null,
        time_zone: zone.trim() || null,
        notes: notes.trim() || null,
        fields,
      },
      { onError: seen.onError, onSuccess: (now) => { setFields({}); seen.saved(now); told(t('common.saved')); } },
    );
  };
  return (
    <form onSubmit={submit}>
      <Columns>
        <TextInput label={t('common.person_name')} value={name} maxLength={200} onChange={(e) => { setName(e.currentTarget.value); }} />
        <TextInput label={t('customer.company')} value={company} maxLength={200} onChange={(e) => { setCompany(e.currentTarget.value); }} />
        <Textarea label={t('customer.emails')} description={t('customer.emails_hint')} value={emails} onChange={(e) => { setEmails(e.currentTarget.value); }} autosize />
        <TextInput label={t('customer.phones')} value={phones} onChange={(e) => { setPhones(e.currentTarget.value); }} />
        <TextInput label={t('customer.groups_by_comma')} value={groups} onChange={(e) => { setGroups(e.currentTarget.value); }} />
        <TextInput label={t('customer.language')} value={language} maxLength={35} onChange={(e) => { setLanguage(e.currentTarget.value); }} />
        <TextInput label={t('customer.time_zone')} value={zone} onChange={(e) => { setZone(e.currentTarget.value); }} />
      </Columns>
      <Textarea label={t('customer.notes')} description={t('customer.notes_hint')} value={notes} maxLength={4000} onChange={(e) => { setNotes(e.currentTarget.value); }} autosize minRows={2} my="md" />
      <FieldInputs subject="customer" values={{ ...customer.fields, ...fields }} change={(key, value) => { setFields((was) => ({ ...was, [key]: value })); }} />
      <FormError message={seen.message(change.error)} />
      <FormEnd>
        <Button type="submit" variant="default" loading={change.isPending} disabled={!name.trim()}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
