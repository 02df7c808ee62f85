import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { IconArchive, IconDots, IconForms } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '@/api/types';
import { FieldForm } from '@/features/fields/field-form';
import { fieldsQuery, useChangeField, useDeleteField } from '@/features/fields/fields';
import { Confirm } from '@/kit/confirm';
import { Line, Lines, Section, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';

const SUBJECTS = ['ticket', 'customer', 'company'] as const;

/** What the desk asks about tickets, customers and companies. */
export function FieldsScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(fieldsQuery);
  const [form, setForm] = useState<{ subject: Field['subject']; field?: Field }>();
  const [dropped, setDropped] = useState<Field>();
  const drop = useDeleteField();
  return (
    <Sheet title={t('settings.fields')} lead={t('field.lead')}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={6} height={48} />}
      {data &&
        SUBJECTS.map((subject) => (
          <Section
            key={subject}
            title={t(`field_of.${subject}`)}
            action={<Button variant="default" onClick={() => { setForm({ subject }); }}>{t('field.add')}</Button>}
          >
            {!data.some((field) => field.subject === subject) && <p>{t('field.none')}</p>}
            <Lines label={t(`field_of.${subject}`)}>
              {data
                .filter((field) => field.subject === subject)
                .map((field) => (
                  <FieldLine key={field.id} field={field} edit={() => { setForm({ subject, field }); }} drop={() => { setDropped(field); }} />
                ))}
            </Lines>
          </Section>
        ))}
      <Modal opened={form !== undefined} onClose={() => { setForm(undefined); }} title={form && t(`field_of.${form.subject}`)} centered>
        {form && <FieldForm {...form} done={() => { setForm(undefined); }} />}
      </Modal>
      <Confirm
        opened={dropped !== undefined}
        close={() => { setDropped(undefined); }}
        title={dropped?.name ?? ''}
        verb={t('word.delete')}
        act={() => { if (dropped) drop.mutate(dropped.id, { onSuccess: () => { setDropped(undefined); } }); }}
        busy={drop.isPending}
      >
        <p>{t('field.delete_hint')}</p>
      </Confirm>
    </Sheet>
  );
}

function FieldLine({ field, edit, drop }: { field: Field; edit: () => void; drop: () => void }) {
  const { t } = useTranslation();
  const change = useChangeField();
  return (
    <Line
      lead={field.archived ? <IconArchive size={16} aria-hidden="true" /> : <IconForms size={16} aria-hidden="true" />}
      title={field.name}
      detail={`${t(`field_type.${field.type}`)} · ${field.key}`}
      faint={field.archived}
      facts={field.archived ? t('word.archived') : field.required === 'to_resolve' && t('field.needed')}
      actions={
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('common.more_of', { name: field.name })}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={edit}>{t('common.edit')}</Menu.Item>
            <Menu.Item onClick={() => { change.mutate({ id: field.id, archived: !field.archived }); }}>{t(field.archived ? 'tag.unarchive' : 'tag.archive')}</Menu.Item>
            <Menu.Item color="red" onClick={drop}>{t('word.delete')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      }
    />
  );
}
