import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BadgePicture } from './badge-picture';
import { badgesQuery, playersQuery } from './game';
import classes from './game.module.css';

const SHOWN_MAX = 3;

/** What an agent holds, beside their name; only good badges, so that nobody is shamed. */
export function AgentBadges({ agent }: { agent: string }) {
  const { data: player } = useQuery({ ...playersQuery, select: (players) => players.find((each) => each.agent === agent) });
  const { data: badges = [] } = useQuery(badgesQuery);
  const good = player?.badges.filter((held) => badges.some((badge) => badge.id === held.id && badge.polarity === 'positive')).slice(0, SHOWN_MAX) ?? [];
  if (good.length === 0) return null;
  return (
    <span className={classes.beside}>
      {good.map((held) => (
        <Tooltip key={held.id} label={held.name}>
          <span role="img" aria-label={held.name}>
            <BadgePicture picture={held.picture} url={held.picture_url} polarity="positive" size={20} />
          </span>
        </Tooltip>
      ))}
    </span>
  );
}
