import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChecklist, IconDots, IconHeart, IconMessage, IconQuote, IconStar, IconThumbUp, IconThumbUpFilled, IconTrophy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { WallEntry as Entry } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { Place } from '@/features/contests/places';
import { BadgePicture } from '@/features/game/badge-picture';
import { worth } from '@/features/game/game';
import { When } from '@/kit/time';
import { Comments } from './comments';
import { useHideEntry, useLike } from './wall';
import classes from './wall.module.css';

/** Something a colleague won: liked, commented, and hidden by leads. */
export function WallEntry({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const like = useLike(entry.id);
  const hide = useHideEntry(entry.id);
  return (
    <li className={classes.entry} data-hidden={entry.hidden || undefined}>
      <Mark entry={entry} />
      <div className={classes.words}>
        <Sentence entry={entry} />
        <p className={classes.when}>
          <When at={entry.at} />
          {entry.hidden && ` · ${t('wall.hidden')}`}
        </p>
        {entry.contest && <Podium contest={entry.contest} />}
      </div>
      {entry.abilities.hide && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon className={classes.menu} aria-label={t('common.more_of', { name: title(entry) })}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => { hide.mutate(!entry.hidden); }}>{t(entry.hidden ? 'wall.show' : 'wall.hide')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <div className={classes.echo}>
        <Button
          size="xs"
          variant={entry.liked ? 'light' : 'default'}
          disabled={!entry.abilities.like}
          aria-pressed={entry.liked}
          leftSection={entry.liked ? <IconThumbUpFilled size={15} /> : <IconThumbUp size={15} />}
          onClick={() => { like.mutate(!entry.liked); }}
        >
          {entry.likes > 0 ? t('wall.likes', { count: entry.likes }) : t('wall.like')}
        </Button>
        <Button size="xs" variant="default" aria-expanded={open} leftSection={<IconMessage size={15} />} onClick={() => { setOpen(!open); }}>
          {entry.comments > 0 ? t('wall.comments', { count: entry.comments }) : t('wall.comment')}
        </Button>
        {entry.likers.length > 0 && <span className={classes.likers}>{entry.likers.map(({ name }) => name).join(', ')}</span>}
      </div>
      {open && <Comments entry={entry.id} />}
    </li>
  );
}

const title = ({ badge, level, contest, quest }: Entry) => badge?.name ?? level?.name ?? contest?.name ?? quest?.name ?? '';

const THANKS = 'wall.kudos_given';
const PRAISED = 'wall.praised';

const TIERS = ['bronze', 'silver', 'gold'] as const;

const MARKS = { badge: IconStar, level: IconStar, contest: IconTrophy, quest: IconChecklist, kudos: IconHeart, praise: IconQuote } as const;

function Mark({ entry }: { entry: Entry }) {
  if (entry.badge) return <BadgePicture picture={entry.badge.picture} polarity={entry.badge.polarity === 'positive' ? 'positive' : 'neutral'} size={44} />;
  const Picture = MARKS[entry.kind];
  return (
    <span className={classes.mark} data-kind={entry.kind} aria-hidden="true">
      <Picture size={24} stroke={1.6} />
    </span>
  );
}

function Sentence({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const name = entry.agent?.name ?? t('game.a_colleague');
  const what = title(entry);
  const tier = TIERS.find((each) => each === entry.badge?.tier);
  if (entry.contest) {
    return (
      <p>
        <Link to="/game/contests/$id" params={{ id: entry.contest.id }}>
          <strong>{what}</strong>
        </Link>{' '}
        {t('wall.contest_over')}
      </p>
    );
  }
  if (entry.kudos) {
    return (
      <>
        <p>
          <Trans t={t} i18nKey={THANKS} values={{ name: entry.by?.name ?? t('game.a_colleague'), what: name }} components={{ b: <strong /> }} shouldUnescape />
        </p>
        {entry.kudos.message && <blockquote className={classes.thanks}>{entry.kudos.message}</blockquote>}
        {entry.kudos.ticket && (
          <Link to="/tickets/$code" params={{ code: entry.kudos.ticket.code }} className={classes.when}>
            {entry.kudos.ticket.code} {entry.kudos.ticket.subject}
          </Link>
        )}
      </>
    );
  }
  if (entry.praise) {
    return (
      <>
        <p>
          <Trans t={t} i18nKey={PRAISED} values={{ name: entry.by?.name ?? t('game.a_colleague'), what: name }} components={{ b: <strong /> }} shouldUnescape />
        </p>
        <blockquote className={classes.thanks}>{entry.praise.text}</blockquote>
      </>
    );
  }
  const passed = entry.level?.passed ?? [];
  return (
    <p>
      <Trans
        t={t}
        i18nKey={entry.kind === 'level' ? 'wall.level_reached' : entry.kind === 'quest' ? 'wall.quest_completed' : 'wall.badge_won'}
        values={{ name, what: tier ? `${what} (${t(`wall.tier_${tier}`)})` : what }}
        components={{ b: <strong /> }}
        shouldUnescape
      />
      {passed.length > 0 && <span className={classes.soft}> {t('wall.passed', { count: passed.length, levels: passed.join(', ') })}</span>}
    </p>
  );
}

function Podium({ contest }: { contest: NonNullable<Entry['contest']> }) {
  const { t, i18n } = useTranslation();
  return (
    <ol className={classes.podium}>
      {contest.places.map((place, at) => (
        <li key={at}>
          <Place rank={place.rank} />
          {place.agent && <AgentFace agent={place.agent} size={22} />}
          {place.team ?? place.agent?.name ?? t('game.a_colleague')}
          <span data-soft>{worth(place.value, contest.unit, i18n.language)}</span>
        </li>
      ))}
    </ol>
  );
}
