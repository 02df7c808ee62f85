import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, Lines, Section } from '@/kit/sheet';
import { useAddPauseReason, useRemovePauseReason } from './edit-pause-reason';
import { pauseReasonsQuery } from './presence';

/** Why one pauses, to choose from. */
export function PauseReasons() {
  const { t } = useTranslation();
  const { data = [] } = useQuery(pauseReasonsQuery);
  const add = useAddPauseReason();
  const remove = useRemovePauseReason();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(name.trim(), { onSuccess: () => { setName(''); } });
  };
  return (
    <Section title={t('presence.reasons')} lead={t('presence.reasons_hint')}>
      <Lines label={t('presence.reasons')}>
        {data.map((reason) => (
          <Line
            key={reason.id}
            title={reason.name}
            actions={
              <ActionIcon aria-label={t('presence.remove_reason', { name: reason.name })} onClick={() => { remove.mutate(reason.id); }}>
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            }
          />
        ))}
      </Lines>
      <form onSubmit={submit}>
        <TextInput
          aria-label={t('presence.new_reason')}
          placeholder={t('presence.new_reason')}
          value={name}
          onChange={(e) => { setName(e.currentTarget.value); }}
          rightSectionWidth={90}
          rightSection={
            <Button type="submit" variant="subtle" disabled={!name.trim()} loading={add.isPending}>
              {t('common.add')}
            </Button>
          }
        />
      </form>
    </Section>
  );
}
