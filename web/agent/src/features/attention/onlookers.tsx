import { Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Onlooker } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { useSession } from '@/features/session/session';
import { attentionQuery } from './attention';
import classes from './attention.module.css';

const FACES_IN_HEADER = 4;

/** The others who have this ticket on screen, those who write first. */
function useOthers(code: string): Onlooker[] {
  const me = useSession().agent.id;
  const { data } = useQuery({
    ...attentionQuery,
    select: (page) => page.items.filter((one) => one.ticket === code && one.agent.id !== me),
  });
  return [...(data ?? [])].sort((a, b) => Number(b.state === 'typing') - Number(a.state === 'typing'));
}

function useSaying() {
  const { t } = useTranslation();
  return (one: Onlooker) => t(one.state === 'typing' ? 'attention.typing' : 'attention.viewing', { name: one.agent.name });
}

/** In the ticket's head: faces, and words when somebody writes. */
export function Onlookers({ code }: { code: string }) {
  const others = useOthers(code);
  const say = useSaying();
  const typing = others.filter((one) => one.state === 'typing');
  const more = others.slice(FACES_IN_HEADER);
  return (
    <span className={classes.onlookers} role="status">
      {others.slice(0, FACES_IN_HEADER).map((one) => (
        <Tooltip key={one.agent.id} label={say(one)}>
          <span className={classes.onlooker} data-typing={one.state === 'typing' || undefined}>
            <AgentFace agent={one.agent} size={22} />
            {one.state === 'typing' && <IconPencil size={12} className={classes.pencil} aria-hidden="true" />}
            <span className="for-ears">{say(one)}</span>
          </span>
        </Tooltip>
      ))}
      {more.length > 0 && (
        <Tooltip label={more.map(say).join(', ')}>
          <span className={classes.more}>+{more.length}</span>
        </Tooltip>
      )}
      {typing[0] && (
        <span className={classes.words} aria-hidden="true">
          {say(typing[0])}
        </span>
      )}
    </span>
  );
}

/** In a row of the list: one small face, a pencil when that one writes. */
export function RowOnlooker({ code }: { code: string }) {
  const others = useOthers(code);
  const say = useSaying();
  const [first] = others;
  if (!first) return null;
  return (
    <Tooltip label={others.map(say).join(', ')}>
      <span className={classes.inRow} data-typing={first.state === 'typing' || undefined}>
        <AgentFace agent={first.agent} size={18} />
        {first.state === 'typing' && <IconPencil size={11} className={classes.pencil} aria-hidden="true" />}
        <span className="for-ears">{others.map(say).join(', ')}</span>
      </span>
    </Tooltip>
  );
}
