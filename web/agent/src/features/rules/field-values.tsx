import { ActionIcon, NativeSelect, TextInput, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ownFieldsQuery } from '@/features/views/own-fields';
import classes from './rules.module.css';

type Values = Record<string, unknown>;

const shown = (value: unknown) => (Array.isArray(value) ? value.join(', ') : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');

/** Which of the workspace's own fields become what; the server checks what fits each. */
export function FieldValues({ fields, change }: { fields: Values; change: (fields: Values) => void }) {
  const { t } = useTranslation();
  const { data: own = [] } = useQuery(ownFieldsQuery);
  const free = own.filter((field) => !field.archived && !(field.key in fields));
  const typed = (key: string, text: string): unknown => {
    const type = own.find((field) => field.key === key)?.type;
    return type === 'number' && text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : type === 'checkbox' ? text === 'true' : text;
  };
  return (
    <div className={classes.values}>
      {Object.entries(fields).map(([key, value]) => {
        const field = own.find((one) => one.key === key);
        const label = field?.name ?? key;
        const put = (text: string) => { change({ ...fields, [key]: typed(key, text) }); };
        return (
          <div key={key} className={classes.valueLine}>
            {field?.type === 'checkbox' ? (
              <NativeSelect
                label={label}
                value={String(value)}
                onChange={(e) => { put(e.currentTarget.value); }}
                data={[
                  { value: 'true', label: t('condition.yes') },
                  { value: 'false', label: t('condition.no') },
                ]}
              />
            ) : (
              <TextInput label={label} value={shown(value)} onChange={(e) => { put(e.currentTarget.value); }} />
            )}
            <Tooltip label={t('condition.remove')}>
              <ActionIcon
                aria-label={t('condition.remove')}
                onClick={() => { change(Object.fromEntries(Object.entries(fields).filter(([one]) => one !== key))); }}
              >
                <IconX size={16} />
              </ActionIcon>
            </Tooltip>
          </div>
        );
      })}
      {own.length === 0 && <p className={classes.hint}>{t('automation.no_fields')}</p>}
      {free[0] && (
        <div className={classes.valueLine}>
          <NativeSelect
            aria-label={t('automation.add_field')}
            value=""
            onChange={(e) => { if (e.currentTarget.value) change({ ...fields, [e.currentTarget.value]: typed(e.currentTarget.value, '') }); }}
            data={[{ value: '', label: t('automation.add_field') }, ...free.map(({ key, name }) => ({ value: key, label: name }))]}
          />
        </div>
      )}
    </div>
  );
}
