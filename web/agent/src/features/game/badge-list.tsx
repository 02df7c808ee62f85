import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Badge } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { useCommands } from '@/kit/commands';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { BadgeEditor } from './badge-editor';
import { BadgeHistory } from './badge-history';
import { BadgePicture } from './badge-picture';
import { BadgePlay } from './badge-play';
import { BadgeWhyTable } from './badge-why';
import { badgesQuery, useDeleteBadge, worth } from './game';
import classes from './game.module.css';

/** Every badge: what it is for, who has it, and why. */
export function BadgeList({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(badgesQuery);
  const [why, setWhy] = useState<Badge>();
  const [past, setPast] = useState<Badge>();
  const [playing, setPlaying] = useState(false);
  const [edited, setEdited] = useState<Badge | null>();
  const remove = useDeleteBadge();
  const edits = data?.some((badge) => badge.abilities.edit) ?? false;
  useCommands(
    edits
      ? [
          { id: 'new-badge', label: t('game.new_badge'), group: t('game.title'), act: () => { setEdited(null); } },
          { id: 'play-badges', label: t('game.play_title'), group: t('game.title'), act: () => { setPlaying(true); } },
        ]
      : [],
  );
  return (
    <Sheet title={t('game.badges')} lead={t('game.badges_lead')} action={
      edits ? (
        <div className={classes.acts}>
          <Button variant="default" onClick={() => { setPlaying(true); }}>{t('game.play_title')}</Button>
          <Button onClick={() => { setEdited(null); }}>{t('game.new_badge')}</Button>
        </div>
      ) : undefined
    }>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={6} height={56} />}
      <Lines label={t('game.badges')}>
        {data?.map((badge) => (
          <Line
            key={badge.id}
            faint={!badge.active}
            lead={<BadgePicture picture={badge.picture} url={badge.picture_url} polarity={badge.polarity} size={40} />}
            title={badge.name}
            detail={badge.text}
            below={<Holders badge={badge} />}
            actions={
              <>
                <Button size="xs" variant="default" aria-label={t('game.why_of', { name: badge.name })} onClick={() => { setWhy(badge); }}>
                  {t('game.why')}
                </Button>
                <Menu position="bottom-end">
                    <Menu.Target>
                      <ActionIcon aria-label={t('common.more_of', { name: badge.name })}>
                        <IconDots size={18} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item onClick={() => { setPast(badge); }}>{t('game.history')}</Menu.Item>
                      {badge.abilities.edit && <Menu.Item onClick={() => { setEdited(badge); }}>{t('game.edit')}</Menu.Item>}
                      {badge.abilities.edit && !badge.shipped && (
                        <Menu.Item color="red" onClick={() => { remove.mutate(badge.id); }}>
                          {t('word.delete')}
                        </Menu.Item>
                      )}
                    </Menu.Dropdown>
                  </Menu>
              </>
            }
          />
        ))}
      </Lines>
      <Modal opened={why !== undefined} onClose={() => { setWhy(undefined); }} title={why && t('game.why_of', { name: why.name })} size="lg" centered>
        {why && <BadgeWhyTable badge={why} />}
      </Modal>
      <Modal opened={past !== undefined} onClose={() => { setPast(undefined); }} title={past && t('game.history_of', { name: past.name })} size="lg" centered>
        {past && <BadgeHistory badge={past.id} />}
      </Modal>
      <Modal opened={playing} onClose={() => { setPlaying(false); }} title={t('game.play_title')} centered>
        {playing && <BadgePlay />}
      </Modal>
      <Modal opened={edited !== undefined} onClose={() => { setEdited(undefined); }} title={edited ? edited.name : t('game.new_badge')} size="xl">
        {edited !== undefined && <BadgeEditor badge={edited} close={() => { setEdited(undefined); }} />}
      </Modal>
      {children}
    </Sheet>
  );
}

function Holders({ badge }: { badge: Badge }) {
  const { t, i18n } = useTranslation();
  if (badge.holders.length === 0) return <span className={classes.soft}>{t(badge.active ? 'game.nobody' : 'game.off')}</span>;
  return (
    <span className={classes.holders}>
      {badge.holders.map((holder) => (
        <span key={holder.id + (holder.tier ?? '')} className={classes.holder}>
          <AgentFace agent={holder} size={20} />
          {holder.name}
          {holder.tier && <span className={classes.tier} data-tier={holder.tier}>{t(`game.tier_${holder.tier}`)}</span>}
          <span className={classes.soft}>{worth(holder.value, badge.unit, i18n.language)}</span>
        </span>
      ))}
    </span>
  );
}
