import { Checkbox, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useChangeAgentRouting } from './edit-routing';
import { agentRoutingQuery } from './routing';

/** How one agent gets work, in all departments. */
export function AgentRoutingFields({ agent }: { agent: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(agentRoutingQuery(agent));
  const change = useChangeAgentRouting(agent);
  if (!data) return null;
  return (
    <>
      <Checkbox
        mb="xs"
        label={t('agent_routing.only_to_solve')}
        checked={data.only_to_solve}
        onChange={(e) => { change.mutate({ only_to_solve: e.currentTarget.checked }); }}
      />
      <NumberInput
        key={data.version}
        label={t('agent_routing.tickets_max')}
        min={1}
        max={1000}
        defaultValue={data.tickets_max ?? ''}
        onBlur={(e) => {
          const wanted = e.currentTarget.value === '' ? null : Number(e.currentTarget.value);
          if (wanted !== data.tickets_max) change.mutate({ tickets_max: wanted });
        }}
      />
    </>
  );
}
