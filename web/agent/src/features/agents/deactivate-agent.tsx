import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Agent } from '@/api/types';
import { Confirm } from '@/kit/confirm';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
import { useDeactivateAgent } from './edit-agent';

const NOBODY = 'nobody';
const STAY = 'stay';

/** Asks what happens to the open tickets of an agent who goes, or who went and left some behind. */
export function DeactivateAgent({ agent, agents, close }: { agent: Agent; agents: Agent[]; close: () => void }) {
  const { t } = useTranslation();
  const [heir, setHeir] = useState(NOBODY);
  const deactivate = useDeactivateAgent();
  const others = agents.filter((other) => other.active && other.id !== agent.id);
  return (
    <Confirm
      opened
      close={close}
      title={t(agent.active ? 'agent.deactivate_of' : 'agent.hand_over_of', { name: agent.name })}
      verb={t(agent.active ? 'agent.deactivate' : 'agent.hand_over')}
      busy={deactivate.isPending}
      act={() => {
        deactivate.mutate(
          { id: agent.id, ...(heir !== STAY && { tickets: { to: heir === NOBODY ? null : heir } }) },
          { onSuccess: close },
        );
      }}
    >
      <NativeSelect
        label={t('agent.open_tickets')}
        description={t('agent.open_tickets_hint')}
        value={heir}
        onChange={(e) => { setHeir(e.currentTarget.value); }}
        data={[
          { value: NOBODY, label: t('agent.tickets_nobody') },
          ...(agent.active ? [{ value: STAY, label: t('agent.tickets_stay') }] : []),
          { group: t('agent.tickets_to'), items: others.map(({ id, name }) => ({ value: id, label: name })) },
        ]}
      />
      <FormError message={deactivate.error ? explain(asProblem(deactivate.error), t) : null} />
    </Confirm>
  );
}
