import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Level } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { agentsQuery } from '@/features/agents/agents';
import { useMay } from '@/features/session/session';
import { useCommands } from '@/kit/commands';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { told } from '@/kit/toast';
import classes from './game.module.css';
import { levelsQuery, meQuery, playersQuery, useGrantLevels } from './game';
import { LevelEditor } from './level-editor';
import { LevelPicture } from './level-picture';
import { LevelWhyFigures } from './level-why';
import levels from './level.module.css';

const FACES_MAX = 8;

/** The twelve levels: what each asks, who is there, and why I am or am not. */
export function LevelList() {
  const { t } = useTranslation();
  const manages = useMay('workspace_manage');
  const { data, error, refetch } = useQuery(levelsQuery);
  const { data: me } = useQuery(meQuery);
  const [edited, setEdited] = useState<Level>();
  const [why, setWhy] = useState<Level>();
  const grant = useGrantLevels();
  const play = () => { grant.mutate(undefined, { onSuccess: ({ granted }) => { told(t('game.granted', { count: granted })); } }); };
  useCommands(manages ? [{ id: 'grant-levels', label: t('game.grant'), group: t('game.title'), act: play }] : []);
  return (
    <Sheet title={t('game.levels')} lead={t('game.levels_lead')} action={manages ? <Button variant="default" loading={grant.isPending} onClick={play}>{t('game.grant')}</Button> : undefined}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={12} height={64} />}
      <Lines label={t('game.levels')}>
        {data?.map((level) => (
          <Line
            key={level.id}
            lead={<LevelPicture place={level.place} reached={me ? level.place <= me.level.place : true} />}
            title={`${String(level.place)} · ${level.name}`}
            detail={level.text}
            below={
              <>
                <code className={levels.condition}>{level.condition}</code>
                <Here place={level.place} />
              </>
            }
            actions={
              <>
                <Button size="xs" variant="default" aria-label={t('game.why_of', { name: level.name })} onClick={() => { setWhy(level); }}>
                  {t('game.why')}
                </Button>
                {manages && (
                  <Menu position="bottom-end">
                    <Menu.Target>
                      <ActionIcon aria-label={t('common.more_of', { name: level.name })}>
                        <IconDots size={18} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item onClick={() => { setEdited(level); }}>{t('game.edit')}</Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                )}
              </>
            }
          />
        ))}
      </Lines>
      <Modal opened={why !== undefined} onClose={() => { setWhy(undefined); }} title={why && t('game.why_of', { name: why.name })} centered>
        {why && <LevelWhyFigures level={why} />}
      </Modal>
      <Modal opened={edited !== undefined} onClose={() => { setEdited(undefined); }} title={edited?.name} size="lg">
        {edited && <LevelEditor level={edited} close={() => { setEdited(undefined); }} />}
      </Modal>
    </Sheet>
  );
}

/** Who is at a level now. */
function Here({ place }: { place: number }) {
  const { t } = useTranslation();
  const { data: players } = useQuery(playersQuery);
  const { data: agents = [] } = useQuery(agentsQuery);
  const here = players?.filter((player) => player.level === place).map((player) => player.agent) ?? [];
  const named = agents.filter((agent) => here.includes(agent.id));
  if (named.length === 0) return null;
  return (
    <span className={levels.who}>
      {named.slice(0, FACES_MAX).map((agent) => (
        <span key={agent.id}>
          <AgentFace agent={agent} size={20} />
          {agent.name}
        </span>
      ))}
      {here.length > FACES_MAX && <span className={classes.soft}>{t('game.and_more', { count: here.length - FACES_MAX })}</span>}
    </span>
  );
}
