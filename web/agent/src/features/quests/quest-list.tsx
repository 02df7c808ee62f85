import { ActionIcon, Menu, Modal } from '@mantine/core';
import { IconChecklist, IconCircle, IconCircleCheckFilled, IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quest } from '@/api/types';
import { Coins } from '@/features/coins/coin';
import { worth } from '@/features/game/game';
import { useCommands } from '@/kit/commands';
import { Confirm } from '@/kit/confirm';
import { Empty, Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { QuestEditor } from './quest-editor';
import { QuestPicture } from './quest-picture';
import { progressOf, questsQuery, stepWords, useRemoveQuest } from './quests';
import classes from './quests.module.css';

/** What there is to do, how far I am, and what it is worth; those I can work on first. */
export function QuestList({ edited, edit }: { edited: Quest | null | undefined; edit: (quest: Quest | null | undefined) => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(questsQuery);
  const [gone, setGone] = useState<Quest>();
  const remove = useRemoveQuest();
  const edits = data?.some((quest) => quest.abilities.edit) ?? false;
  useCommands(edits ? [{ id: 'new-quest', label: t('quest.new'), group: t('game.title'), act: () => { edit(null); } }] : []);
  const place = (quest: Quest) => (quest.open ? (quest.completed_at ? 1 : 0) : 2);
  return (
    <>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={120} />}
      {data?.length === 0 && (
        <Empty icon={<IconChecklist size={32} stroke={1.4} />} title={t('quest.none')}>
          <p>{t('quest.none_lead')}</p>
        </Empty>
      )}
      <ul className={classes.list} aria-label={t('quest.title')}>
        {[...(data ?? [])].sort((a, b) => place(a) - place(b)).map((quest) => (
          <Card key={quest.id} quest={quest} edit={() => { edit(quest); }} remove={() => { setGone(quest); }} />
        ))}
      </ul>
      <Modal opened={edited !== undefined} onClose={() => { edit(undefined); }} title={edited ? edited.name : t('quest.new')} size="xl">
        {edited !== undefined && <QuestEditor quest={edited} close={() => { edit(undefined); }} />}
      </Modal>
      <Confirm
        opened={gone !== undefined}
        close={() => { setGone(undefined); }}
        title={t('quest.remove', { name: gone?.name ?? '' })}
        verb={t('word.delete')}
        busy={remove.isPending}
        act={() => { if (gone) remove.mutate(gone.id, { onSettled: () => { setGone(undefined); } }); }}
      >
        <p>{t('quest.remove_lead')}</p>
      </Confirm>
    </>
  );
}

function Card({ quest, edit, remove }: { quest: Quest; edit: () => void; remove: () => void }) {
  const { t, i18n } = useTranslation();
  const done = quest.completed_at !== null;
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <li className={classes.quest} data-done={done || undefined} data-off={!quest.open && !done ? true : undefined}>
      <QuestPicture picture={quest.picture} size={48} />
      <div>
        <h2 className={classes.name}>{quest.name}</h2>
        {quest.text && <p className={classes.text}>{quest.text}</p>}
        <div className={classes.facts}>
          <span>{t(`quest.repeats_${quest.repeats}`)}</span>
          {quest.until && <span>{t('quest.until', { date: new Date(`${quest.until}T12:00:00`).toLocaleDateString(i18n.language, { day: 'numeric', month: 'short' }) })}</span>}
          {!quest.active && <span>{t('quest.off')}</span>}
          {quest.active && !quest.open && !done && <span>{t(quest.newcomer_days ? 'quest.for_newcomers' : 'quest.not_mine')}</span>}
          {quest.completed_at && (
            <span>
              {t('quest.completed')} <When at={quest.completed_at} />
            </span>
          )}
          {quest.times > 1 && <span>{t('quest.times', { count: quest.times })}</span>}
        </div>
      </div>
      <div className={classes.end}>
        <span className={classes.reward}>
          {quest.coins > 0 && <Coins n={quest.coins} signed />}
          {quest.points > 0 && <span>{t('game.points', { count: quest.points })}</span>}
        </span>
        {quest.abilities.edit && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t('common.more_of', { name: quest.name })}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={edit}>{t('game.edit')}</Menu.Item>
              {!quest.shipped && (
                <Menu.Item color="red" onClick={remove}>
                  {t('word.delete')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <div className={classes.way}>
        <progress className={classes.bar} value={done ? 1 : progressOf(quest)} max={1} aria-label={quest.name} />
        <ul className={classes.steps} aria-label={t('quest.steps')}>
          {quest.steps.map((step) => {
            const through = step.done >= step.count;
            return (
              <li key={step.id} className={classes.step} data-done={through || undefined}>
                {through ? <IconCircleCheckFilled size={18} aria-hidden="true" /> : <IconCircle size={18} stroke={1.6} aria-hidden="true" />}
                <span>
                  {stepWords(step, t, i18n.language)}
                  {step.measure && !done && (
                    <>
                      {' '}
                      <b>{step.measure.now == null ? t('quest.now_nothing') : t('quest.now', { value: worth(step.measure.now, step.measure.unit, i18n.language) })}</b>
                      {step.measure.sampled && step.measure.minimum_sample > 1 && step.measure.sample < step.measure.minimum_sample && step.measure.now != null && <> {t('quest.of_sample', { n: number.format(step.measure.sample), of: number.format(step.measure.minimum_sample) })}</>}
                    </>
                  )}
                  {step.count > 1 && (
                    <>
                      {' '}
                      <b>
                        {number.format(step.done)} / {number.format(step.count)}
                      </b>
                    </>
                  )}
                  {through && <span className="for-ears">{t('quest.step_done')}</span>}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </li>
  );
}

