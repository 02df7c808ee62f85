import { Checkbox, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useChangeAgentRouting } from './edit-routing';
import { agentRoutingQuery, routingNumbersQuery } from './routing';
import classes from './routing.module.css';

const MAXIMA = ['tickets_max', 'chats_max', 'calls_max'] as const;

/** How one agent gets work, in all departments: what they hold at most, by kind; empty as the department or workspace says. */
export function AgentRoutingFields({ agent, fixed = false }: { agent: string; fixed?: boolean }) {
  const { t } = useTranslation();
  const { data } = useQuery(agentRoutingQuery(agent));
  const { data: numbers } = useQuery(routingNumbersQuery);
  const change = useChangeAgentRouting(agent);
  if (!data) return null;
  return (
    <>
      <Checkbox
        mb="xs"
        label={t('agent_routing.only_to_solve')}
        checked={data.only_to_solve}
        disabled={fixed}
        onChange={(e) => { change.mutate({ only_to_solve: e.currentTarget.checked }); }}
      />
      <div className={classes.numbers}>
        {MAXIMA.map((name) => (
          <NumberInput
            key={`${name}-${data.version}`}
            label={t(`agent_routing.${name}`)}
            placeholder={numbers && String(numbers[name])}
            min={1}
            max={1000}
            allowDecimal={false}
            disabled={fixed}
            defaultValue={data[name] ?? ''}
            onBlur={(e) => {
              const wanted = e.currentTarget.value === '' ? null : Number(e.currentTarget.value);
              if (wanted !== data[name]) change.mutate({ [name]: wanted });
            }}
          />
        ))}
      </div>
    </>
  );
}
