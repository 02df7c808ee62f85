import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Quest } from '@/api/types';
import { Coins } from '@/features/coins/coin';
import { Section } from '@/kit/sheet';
import { QuestPicture } from './quest-picture';
import { progressOf, questsQuery } from './quests';
import classes from './quests.module.css';

const SHOWN_MAX = 3;

const isOpen = (quest: Quest) => quest.open && !quest.completed_at;

/** Steps taken; of a single one, how often. */
const courseOf = ({ steps }: Quest) =>
  steps.length === 1 ? { done: steps[0]?.done ?? 0, count: steps[0]?.count ?? 0 } : { done: steps.filter((step) => step.done >= step.count).length, count: steps.length };

/** What I can work on, where I stand in the game: the nearest to its end first. */
export function OpenQuests() {
  const { t } = useTranslation();
  const { data = [] } = useQuery({ ...questsQuery, select: (quests) => quests.filter(isOpen).sort((a, b) => progressOf(b) - progressOf(a)).slice(0, SHOWN_MAX) });
  if (data.length === 0) return null;
  return (
    <Section title={t('quest.title')}>
      <ul className={classes.open}>
        {data.map((quest) => (
          <li key={quest.id}>
            <Link to="/game/quests" className={classes.nearby}>
              <QuestPicture picture={quest.picture} size={36} />
              <span className={classes.course}>
                <span>{t('quest.open', { name: quest.name, ...courseOf(quest) })}</span>
                <progress className={classes.bar} value={progressOf(quest)} max={1} aria-label={quest.name} />
              </span>
              {quest.coins > 0 && <Coins n={quest.coins} signed />}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
