import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Field } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormEnd, FormError } from '@/kit/form';
import { useAddField, useChangeField } from './fields';

const TYPES = ['text', 'number', 'date', 'list', 'checkbox'] as const;

/** Makes a field or changes one; what it is about and its type are for life. */
export function FieldForm({ subject, field, done }: { subject: Field['subject']; field?: Field; done: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(field?.name ?? '');
  const [key, setKey] = useState('');
  const [type, setType] = useState<Field['type']>(field?.type ?? 'text');
  const [options, setOptions] = useState(field?.options.join('\n') ?? '');
  const [needed, setNeeded] = useState(field?.required === 'to_resolve');
  const [help, setHelp] = useState(field?.help ?? '');
  const add = useAddField();
  const change = useChangeField();
  const error = add.error ?? change.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const listed = options.split('\n').map((option) => option.trim()).filter(Boolean);
    const common = { name: name.trim(), required: needed ? ('to_resolve' as const) : ('never' as const), ...(type === 'list' && { options: listed }) };
    if (field) change.mutate({ id: field.id, ...common, help: help || null }, { onSuccess: done });
    else add.mutate({ subject, type, ...common, ...(key && { key }), ...(help && { help }) }, { onSuccess: done });
  };
  return (
    <form onSubmit={submit}>
      <TextInput label={t('common.name')} value={name} maxLength={200} onChange={(e) => { setName(e.currentTarget.value); }} mb="md" data-autofocus />
      {!field && <TextInput label={t('field.key')} description={t('field.key_hint')} value={key} maxLength={60} onChange={(e) => { setKey(e.currentTarget.value); }} mb="md" />}
      {!field && (
        <NativeSelect
          label={t('field.type')}
          value={type}
          onChange={(e) => { setType(TYPES.find((one) => one === e.currentTarget.value) ?? 'text'); }}
          data={TYPES.map((one) => ({ value: one, label: t(`field_type.${one}`) }))}
          mb="md"
        />
      )}
      {type === 'list' && <Textarea label={t('field.options')} value={options} onChange={(e) => { setOptions(e.currentTarget.value); }} autosize minRows={3} maxRows={10} mb="md" />}
      <Textarea label={t('field.help')} value={help} onChange={(e) => { setHelp(e.currentTarget.value); }} autosize mb="md" />
      {subject === 'ticket' && <Checkbox label={t('field.needed')} checked={needed} onChange={(e) => { setNeeded(e.currentTarget.checked); }} />}
      <FormError message={error && explain(asProblem(error), t)} />
      <FormEnd>
        <Button type="submit" loading={add.isPending || change.isPending} disabled={!name.trim()}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
