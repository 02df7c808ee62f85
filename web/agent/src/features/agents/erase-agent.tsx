import { Anchor, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Agent } from '@/api/types';
import { Confirm } from '@/kit/confirm';
import { explain } from '@/kit/explain';
import { FieldGroup, FormError } from '@/kit/form';
import { told } from '@/kit/toast';
import classes from './agents.module.css';
import { useEraseAgent } from './edit-agent';

/** Says what goes for good and what stays, offers what the game keeps, and asks for the address before an agent who left is erased. */
export function EraseAgent({ agent, close }: { agent: Agent; close: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const erase = useEraseAgent();
  const points = (words: string) => (
    <ul className={classes.points}>
      {words.split('\n').map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
  return (
    <Confirm
      opened
      close={close}
      title={t('agent.erase_of', { name: agent.name })}
      verb={t('agent.erase_verb')}
      busy={erase.isPending}
      blocked={typed.trim().toLowerCase() !== agent.email}
      act={() => { erase.mutate(agent.id, { onSuccess: () => { told(t('agent.was_erased')); close(); } }); }}
    >
      <FieldGroup title={t('agent.erase_goes_title')}>{points(t('agent.erase_goes'))}</FieldGroup>
      <FieldGroup title={t('agent.erase_stays_title')}>{points(t('agent.erase_stays'))}</FieldGroup>
      <Anchor className={classes.export} href={pathOf(`/game/agents/${agent.id}/records`)} download>
        <IconDownload size={16} aria-hidden="true" />
        {t('agent.erase_export')}
      </Anchor>
      <TextInput label={t('agent.erase_type', { words: agent.email })} value={typed} autoComplete="off" onChange={(e) => { setTyped(e.currentTarget.value); }} />
      <FormError message={erase.error ? explain(asProblem(erase.error), t) : null} />
    </Confirm>
  );
}
