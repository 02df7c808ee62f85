import { Button, Modal } from '@mantine/core';
import { IconPlus, IconTrophy } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contest } from '@/api/types';
import { ContestCard } from '@/features/contests/contest-card';
import { ContestEditor } from '@/features/contests/contest-editor';
import { contestsQuery } from '@/features/contests/contests';
import classes from '@/features/contests/contests.module.css';
import { usePermissions } from '@/features/session/session';
import { useCommands } from '@/kit/commands';
import { Section, Sheet } from '@/kit/sheet';
import { Empty, Failed, Waiting } from '@/kit/states';

/** Every contest: those under way, those to come, and how the others ended. */
export function ContestsScene() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = usePermissions();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(contestsQuery);
  const [making, setMaking] = useState(false);
  const make = () => { setMaking(true); };
  const manages = may('workspace_manage');
  useCommands(manages ? [{ id: 'new-contest', label: t('contest.add'), group: t('contest.title'), act: make }] : []);
  const contests = data?.pages.flatMap(({ items }) => items) ?? [];
  const groups = {
    running: contests.filter(({ state }) => state === 'open' || state === 'closed'),
    coming: contests.filter(({ state }) => state === 'planned').reverse(),
    over: contests.filter(({ state }) => state === 'finalised' || state === 'cancelled'),
  };
  return (
    <Sheet title={t('contest.title')} lead={t('contest.lead')} action={manages && contests.length > 0 ? <Button leftSection={<IconPlus size={16} />} onClick={make}>{t('contest.add')}</Button> : undefined}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={96} />}
      {data && contests.length === 0 && (
        <Empty icon={<IconTrophy size={28} />} title={t('contest.none')}>
          <p>{t(manages ? 'contest.none_manager' : 'contest.none_agent')}</p>
          {manages && <Button onClick={make}>{t('contest.add')}</Button>}
        </Empty>
      )}
      <Group title={t('contest.running')} contests={groups.running} />
      <Group title={t('contest.coming')} contests={groups.coming} />
      <Group title={t('contest.over')} contests={groups.over} />
      {hasNextPage && (
        <Button className={classes.more} variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('contest.more')}
        </Button>
      )}
      <Modal opened={making} onClose={() => { setMaking(false); }} title={t('contest.add')} size="xl">
        <ContestEditor contest={null} done={({ id }) => { setMaking(false); void navigate({ to: '/game/contests/$id', params: { id } }); }} />
      </Modal>
    </Sheet>
  );
}

function Group({ title, contests }: { title: string; contests: Contest[] }) {
  if (contests.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={classes.cards}>
        {contests.map((contest) => (
          <ContestCard key={contest.id} contest={contest} />
        ))}
      </ul>
    </Section>
  );
}
