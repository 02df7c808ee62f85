import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Badge, BadgeWhy } from '@/api/types';
import { Failed, Waiting } from '@/kit/states';
import { metricName, whyQuery, worth } from './game';
import classes from './game.module.css';

const PASSED = ['not_above_zero', 'sample_too_small', 'value_too_small', 'gate_failed'] as const;

/** Ranks, values, samples and gates of today's evaluation; of a drawn badge what was promised and what was drawn. */
export function BadgeWhyTable({ badge }: { badge: Badge }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(whyQuery(badge.id));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} height={40} />;
  return (
    <div className={classes.form}>
      <p className={classes.soft}>
        {badge.text} {t('game.counted', { from: data.from, to: data.to })}
      </p>
      {badge.kind === 'random' ? <Draw draw={data.draw} /> : <Ranks why={data} />}
    </div>
  );
}

function Ranks({ why }: { why: BadgeWhy }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  if (why.ranks.length === 0) return <p className={classes.soft}>{t('game.no_ranks')}</p>;
  return (
    <div className={classes.scroll} role="region" aria-label={t('game.why')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('game.rank')}</th>
            <th scope="col">{t('game.agent')}</th>
            <th scope="col" data-number>{t('game.value')}</th>
            <th scope="col" data-number>{t('game.sample')}</th>
            {why.quality_gate && <th scope="col" data-number>{`${metricName(why.quality_gate.kpi, t)} ${why.quality_gate.op} ${number.format(why.quality_gate.value)}`}</th>}
          </tr>
        </thead>
        <tbody>
          {why.ranks.map((rank) => (
            <tr key={rank.agent.id} data-you={rank.holds || undefined} data-faint={rank.rank === null || undefined}>
              <td>{rank.rank ?? t(`game.passed_${PASSED.find((why) => why === rank.passed_over) ?? 'gate_failed'}`)}</td>
              <td>{rank.agent.name}</td>
              <td data-number>{worth(rank.value, why.unit, i18n.language)}</td>
              <td data-number>{number.format(rank.sample)}</td>
              {why.quality_gate && <td data-number>{rank.gate === null ? '–' : number.format(rank.gate)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Draw({ draw }: { draw: BadgeWhy['draw'] }) {
  const { t } = useTranslation();
  if (!draw) return <p className={classes.soft}>{t('game.no_draw')}</p>;
  return (
    <dl className={classes.draw}>
      <dt>{t('game.draw_hash')}</dt>
      <dd>{draw.hash}</dd>
      {draw.secret && (
        <>
          <dt>{t('game.draw_secret')}</dt>
          <dd>{draw.secret}</dd>
          <dt>{t('game.draw_result')}</dt>
          <dd>{draw.winner ? t('game.drawn', { count: draw.candidates?.length ?? 0 }) : t('game.not_drawn')}</dd>
        </>
      )}
    </dl>
  );
}
