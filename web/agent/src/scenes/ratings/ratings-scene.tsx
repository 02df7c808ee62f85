import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { agentsQuery } from '@/features/agents/agents';
import { departmentsQuery } from '@/features/departments/departments';
import { RatingList } from '@/features/ratings/rating-list';
import { RATING_KINDS, VERDICTS, type RatingFilter } from '@/features/ratings/ratings';
import classes from '@/features/ratings/ratings.module.css';
import { useCommands } from '@/kit/commands';
import { Sheet } from '@/kit/sheet';

const route = getRouteApi('/shell/ratings');

const MINE = 'me';

/** What customers say of answers and in surveys: of my own, of departments I lead, or of all. */
export function RatingsScene() {
  const { t } = useTranslation();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: RatingFilter) => {
    const next = Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => Boolean(value)));
    void navigate({ search: next, replace: true });
  };
  useCommands([
    { id: 'ratings-rebukes', label: t('rating.only_rebukes'), group: t('rating.title'), act: () => { change({ rating: 'rebuke' }); } },
  ]);
  return (
    <div className={classes.page}>
      <Sheet title={t('rating.title')} lead={t('rating.lead')}>
        <Filters filter={filter} change={change} />
        <RatingList filter={filter} narrowed={Object.keys(filter).length > 0} />
      </Sheet>
    </div>
  );
}

function Filters({ filter, change }: { filter: RatingFilter; change: (part: RatingFilter) => void }) {
  const { t } = useTranslation();
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const any = { value: '', label: t('filter.any') };
  const named = (things: { id: string; name: string }[]) => things.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={classes.filters} role="group" aria-label={t('filter.label')}>
      <NativeSelect label={t('rating.agent')} value={filter.agent ?? ''} onChange={(e) => { change({ agent: e.currentTarget.value }); }} data={[any, { value: MINE, label: t('rating.mine') }, ...named(agents)]} />
      <NativeSelect label={t('ticket.department')} value={filter.department ?? ''} onChange={(e) => { change({ department: e.currentTarget.value }); }} data={[any, ...named(departments)]} />
      <NativeSelect label={t('rating.kind')} value={filter.kind ?? ''} onChange={(e) => { change({ kind: e.currentTarget.value, rating: e.currentTarget.value === '' || e.currentTarget.value === 'rating' ? filter.rating : '' }); }} data={[any, ...RATING_KINDS.map((kind) => ({ value: kind, label: t(`rating.kind_${kind}`) }))]} />
      <NativeSelect label={t('condition.field_rating')} value={filter.rating ?? ''} disabled={filter.kind !== undefined && filter.kind !== 'rating'} onChange={(e) => { change({ rating: e.currentTarget.value }); }} data={[any, ...VERDICTS.map((verdict) => ({ value: verdict, label: t(`condition.rating_${verdict}`) }))]} />
      <NativeSelect label={t('rating.counts')} value={filter.valid ?? ''} onChange={(e) => { change({ valid: e.currentTarget.value }); }} data={[any, { value: 'true', label: t('rating.counting') }, { value: 'false', label: t('rating.invalidated') }]} />
      <TextInput type="date" label={t('rating.from')} value={filter.from ?? ''} onChange={(e) => { change({ from: e.currentTarget.value }); }} />
      <TextInput type="date" label={t('rating.before')} value={filter.to ?? ''} onChange={(e) => { change({ to: e.currentTarget.value }); }} />
    </div>
  );
}
