import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '@/api/types';
import { fieldsQuery, type Values } from './fields';
import classes from './fields.module.css';

interface Props {
  subject: Field['subject'];
  values: Values;
  change: (key: string, value: unknown) => void;
  disabled?: boolean;
}

const shown = (value: unknown) => {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join(', ') : String(value as string | number | boolean);
};

/** Every field asked about the subject, each changed where it stands; what is asked no more is still read. */
export function FieldInputs({ subject, values, change, disabled }: Props) {
  const { data } = useQuery(fieldsQuery);
  const fields = data?.filter((field) => field.subject === subject && !field.archived) ?? [];
  const known = new Set(fields.map((field) => field.key));
  const old = Object.entries(values).filter(([key, value]) => !known.has(key) && value !== null && value !== '');
  return (
    <div className={classes.inputs}>
      {fields.map((field) => (
        <FieldInput key={`${field.id} ${shown(values[field.key])}`} field={field} value={values[field.key]} change={(value) => { change(field.key, value); }} disabled={disabled} />
      ))}
      {old.map(([key, value]) => (
        <p key={key} className={classes.old}>
          <span>{data?.find((field) => field.subject === subject && field.key === key)?.name ?? key}</span>
          {shown(value)}
        </p>
      ))}
    </div>
  );
}

function FieldInput({ field, value, change, disabled }: { field: Field; value: unknown; change: (value: unknown) => void; disabled?: boolean }) {
  const { t } = useTranslation();
  const [text, setText] = useState(shown(value));
  const common = { label: field.name, description: field.help, disabled, size: 'xs' as const };
  const save = () => {
    const typed = text.trim();
    if (typed === shown(value)) return;
    if (!typed) change(null);
    else change(field.type === 'number' && Number.isFinite(Number(typed)) ? Number(typed) : typed);
  };
  switch (field.type) {
    case 'checkbox':
      return <Checkbox {...common} checked={value === true} onChange={(e) => { change(e.currentTarget.checked); }} />;
    case 'list': {
      const gone = text && !field.options.includes(text) ? [text] : [];
      const data = [{ value: '', label: t('field.nothing') }, ...[...field.options, ...gone].map((option) => ({ value: option, label: option }))];
      return <NativeSelect {...common} value={text} data={data} onChange={(e) => { change(e.currentTarget.value || null); }} />;
    }
    default:
      return (
        <TextInput
          {...common}
          type={field.type === 'date' ? 'date' : 'text'}
          inputMode={field.type === 'number' ? 'decimal' : undefined}
          value={text}
          onChange={(e) => { setText(e.currentTarget.value); }}
          onBlur={save}
          onKeyDown={(e) => { if (e.key === 'Enter') { e.preventDefault(); save(); } }}
        />
      );
  }
}
