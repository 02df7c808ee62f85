import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Company } from '@/api/types';
import { FieldInputs } from '@/features/fields/field-inputs';
import type { Values } from '@/features/fields/fields';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { useSeen } from '@/kit/seen';
import { told } from '@/kit/toast';
import { useChangeCompany } from './companies';

export function CompanyForm({ company }: { company: Company }) {
  const { t } = useTranslation();
  const [name, setName] = useState(company.name);
  const [domains, setDomains] = useState(company.domains.join(', '));
  const [notes, setNotes] = useState(company.notes ?? '');
  const [fields, setFields] = useState<Values>({});
  const change = useChangeCompany(company.id);
  const seen = useSeen(company.version);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { words: { name: name.trim(), domains: domains.split(/[\s,;]+/).filter(Boolean), notes: notes.trim() || null, fields }, seen: seen.headers },
      { onError: seen.onError, onSuccess: (now) => { setFields({}); seen.saved(now); told(t('common.saved')); } },
    );
  };
  return (
    <form onSubmit={submit}>
      <Columns>
        <TextInput label={t('common.name')} value={name} maxLength={200} onChange={(e) => { setName(e.currentTarget.value); }} />
        <TextInput label={t('company.domains')} description={t('company.domains_hint')} value={domains} onChange={(e) => { setDomains(e.currentTarget.value); }} />
      </Columns>
      <Textarea label={t('customer.notes')} description={t('customer.notes_hint')} value={notes} maxLength={4000} onChange={(e) => { setNotes(e.currentTarget.value); }} autosize minRows={2} my="md" />
      <FieldInputs subject="company" values={{ ...company.fields, ...fields }} change={(key, value) => { setFields((was) => ({ ...was, [key]: value })); }} />
      <FormError message={seen.message(change.error)} />
      <FormEnd>
        <Button type="submit" variant="default" loading={change.isPending} disabled={!name.trim()}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
