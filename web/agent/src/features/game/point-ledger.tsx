import { Button, Modal, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointEntry } from '@/api/types';
import { agentsQuery } from '@/features/agents/agents';
import { useMay } from '@/features/session/session';
import { Section } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { TicketLink } from './activity-list';
import { activityName } from './activity-name';
import { ledgerQuery, ruleName } from './game';
import classes from './game.module.css';
import { EntryWhy } from './point-why';

const ME = 'me';

/** Every point, with what it was for; what was taken back stands beside it. Leads see theirs. */
export function PointLedger() {
  const { t, i18n } = useTranslation();
  const leads = useMay('reports_all');
  const { data: agents = [] } = useQuery(agentsQuery);
  const [agent, setAgent] = useState(ME);
  const [why, setWhy] = useState<PointEntry>();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(ledgerQuery(agent));
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  const first = data?.pages[0];
  const number = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' });
  return (
    <Section title={t('game.ledger')} lead={t('game.ledger_lead')} action={leads ? <NativeSelect aria-label={t('game.agent')} value={agent} onChange={(e) => { setAgent(e.currentTarget.value); }} data={[{ value: ME, label: t('game.me') }, ...agents.map(({ id, name }) => ({ value: id, label: name }))]} /> : undefined}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={5} height={36} />}
      {first && (
        <p className={classes.soft}>
          {t('game.points_season', { count: first.season })} · {t('game.points_lifetime', { count: first.lifetime })}
        </p>
      )}
      {data && entries.length === 0 && <p className={classes.soft}>{t('game.ledger_empty')}</p>}
      {entries.length > 0 && (
        <div className={classes.scroll} role="region" aria-label={t('game.ledger')} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col" data-number>{t('game.points_metric')}</th>
                <th scope="col">{t('game.for_what')}</th>
                <th scope="col">{t('game.ticket')}</th>
                <th scope="col">{t('game.when')}</th>
                <th scope="col" aria-label={t('game.why')} />
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.id} data-faint={entry.reverses !== undefined && entry.reverses !== null ? true : undefined}>
                  <td data-number>{number.format(entry.points)}</td>
                  <td>
                    {ruleName(entry.rule, t)}
                    {entry.activity === 'quest.undone' && <span className={classes.soft}>{` · ${t('coins.quest_undone')}`}</span>}
                    {entry.reverses && <span className={classes.soft}>{` · ${t('game.taken_back', { reason: activityName(entry.activity, t) })}`}</span>}
                  </td>
                  <td>{entry.ticket ? <TicketLink code={entry.ticket} /> : '–'}</td>
                  <td>
                    <When at={entry.at} />
                  </td>
                  <td>
                    <Button size="compact-xs" variant="default" aria-label={t('game.why_of', { name: `${number.format(entry.points)} ${ruleName(entry.rule, t)}` })} onClick={() => { setWhy(entry); }}>
                      {t('game.why')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && (
        <Button mt={8} variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
      <Modal opened={why !== undefined} onClose={() => { setWhy(undefined); }} title={why && t('game.why_of', { name: ruleName(why.rule, t) })} centered>
        {why && <EntryWhy entry={why.id} />}
      </Modal>
    </Section>
  );
}
