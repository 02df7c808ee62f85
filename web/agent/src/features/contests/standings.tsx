import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contest } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { worth } from '@/features/game/game';
import game from '@/features/game/game.module.css';
import { Failed, Waiting } from '@/kit/states';
import { standingsQuery } from './contests';
import classes from './contests.module.css';
import { Place, PrizeWords } from './places';

const PASSED = ['not_above_zero', 'sample_too_small', 'gate_failed'] as const;

/** Where everybody stands now, or stood in the end. */
export function Standings({ contest }: { contest: Contest }) {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery(standingsQuery(contest.id));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} height={40} />;
  if (data.rows.length === 0) return <p className={game.soft}>{t(data.frozen ? 'contest.nobody_came' : 'contest.nobody_yet')}</p>;
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const gated = contest.quality_gate !== null;
  return (
    <div className={game.scroll} role="region" aria-label={t('contest.standings')} tabIndex={0}>
      <table className={game.table}>
        <thead>
          <tr>
            <th scope="col">{t('game.rank')}</th>
            <th scope="col">{t(contest.among === 'departments' ? 'contest.team' : 'game.agent')}</th>
            <th scope="col" data-number>{t('game.value')}</th>
            <th scope="col" data-number>{t('game.sample')}</th>
            {gated && <th scope="col" data-number>{t('game.gate')}</th>}
            <th scope="col">{t('contest.prize')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row, place) => (
            <tr key={row.participant?.id ?? place} data-you={row.you || undefined} data-faint={row.rank === null || undefined}>
              <td>{row.rank === null ? t(`game.passed_${PASSED.find((why) => why === row.passed_over) ?? 'gate_failed'}`) : <Place rank={row.rank} />}</td>
              <td>
                <span className={classes.who}>
                  {row.participant && contest.among !== 'departments' && <AgentFace agent={row.participant} size={22} />}
                  {row.participant?.name ?? t('game.a_colleague')}
                </span>
              </td>
              <td data-number>{worth(row.value, data.unit, i18n.language)}</td>
              <td data-number>{row.sample > 0 ? number.format(row.sample) : '–'}</td>
              {gated && <td data-number>{row.gate == null ? '–' : number.format(row.gate)}</td>}
              <td>{row.prize ? <PrizeWords prize={row.prize} /> : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
