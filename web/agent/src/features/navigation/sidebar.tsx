import { Tooltip } from '@mantine/core';
import {
  IconAddressBook,
  IconChartBar,
  IconCircleCheck,
  IconCircleDot,
  IconMoodSmile,
  IconProgress,
  IconSettings,
  IconTrophy,
  type Icon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useMatchRoute, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { VIEWS } from '@/api/types';
import { Clover } from '@/kit/clover';
import { countsQuery } from './counts';
import { SavedSection } from './saved-section';
import { inboxSearch, VIEW_ICONS, viewOf } from './views';
import classes from './sidebar.module.css';

interface ItemProps {
  icon: Icon;
  label: string;
  rail: boolean;
  current: boolean;
  count?: ReactNode;
  link: (props: { className: string; 'aria-current'?: 'page'; children: ReactNode }) => ReactNode;
}

function Item({ icon: Icon, label, rail, current, count, link }: ItemProps) {
  const inside = (
    <>
      <Icon size={18} stroke={1.6} aria-hidden="true" className={classes.icon} />
      <span className={classes.label}>{label}</span>
      {count}
    </>
  );
  return (
    <li>
      <Tooltip label={label} position="right" disabled={!rail} openDelay={100}>
        <span>{link({ className: classes.item ?? '', 'aria-current': current ? 'page' : undefined, children: inside })}</span>
      </Tooltip>
    </li>
  );
}

function useNumbers() {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language);
  return (n: number | undefined, capped?: boolean) => (n ? format.format(n) + (capped && n >= 1000 ? '+' : '') : '');
}

export function Sidebar({ workspace, rail, narrow, followed, top }: {
  workspace: string;
  rail: boolean;
  /** On a phone the sidebar is a drawer that closes behind a followed link. */
  narrow?: boolean;
  followed?: () => void;
  /** What stands above the views. */
  top?: ReactNode;
}) {
  const { t } = useTranslation();
  const { data: counts } = useQuery(countsQuery);
  const number = useNumbers();
  const matches = useMatchRoute();
  const search = inboxSearch(useSearch({ strict: false }));
  const inInbox = Boolean(matches({ to: '/tickets', fuzzy: true }));
  const departments = counts?.departments ?? [];

  return (
    <nav className={classes.sidebar} data-rail={rail || undefined} data-narrow={narrow || undefined} aria-label={t('nav.label')}>
      <div className={classes.head}>
        <Clover size={26} />
        <span className={classes.workspace}>{workspace}</span>
      </div>
      {top}
      <ul className={classes.list}>
        {VIEWS.map((view) => (
          <Item
            key={view}
            icon={VIEW_ICONS[view]}
            label={t(`view.${view}`)}
            rail={rail}
            current={inInbox && !search.department && !search.saved && viewOf(search) === view}
            count={<span className={classes.count} data-strong={view === 'to_answer' || undefined}>{number(counts?.views[view], counts?.capped)}</span>}
            link={(props) => <Link to="/tickets" search={{ view }} onClick={followed} {...props} />}
          />
        ))}
      </ul>
      <SavedSection current={inInbox ? search.saved : undefined} rail={rail} followed={followed} />
      {departments.length > 0 && (
        <section className={classes.section} aria-label={t('nav.departments')}>
          <div className={classes.heading}>
            <h2>{t('nav.departments')}</h2>
            <ColumnMark icon={IconCircleDot} label={t('status.new')} />
            <ColumnMark icon={IconProgress} label={t('status.open')} />
            <ColumnMark icon={IconCircleCheck} label={t('status.resolved')} />
          </div>
          <ul className={classes.list}>
            {departments.map((d) => (
              <li key={d.id}>
                <Link
                  to="/tickets"
                  search={{ department: d.id }}
                  onClick={followed}
                  className={classes.item}
                  aria-current={inInbox && search.department === d.id ? 'page' : undefined}
                  aria-label={t('nav.department_counts', { name: d.name, fresh: d.new, open: d.open, resolved: d.resolved })}
                  title={rail ? d.name : undefined}
                >
                  <span className={classes.dot} aria-hidden="true">{[...d.name][0]}</span>
                  <span className={classes.label}>{d.name}</span>
                  <span className={classes.figure} data-strong={d.new > 0 || undefined}>{number(d.new)}</span>
                  <span className={classes.figure}>{number(d.open)}</span>
                  <span className={classes.figure} data-faint>{number(d.resolved)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className={classes.foot}>
        <Item
          icon={IconAddressBook}
          label={t('nav.customers')}
          rail={rail}
          current={Boolean(matches({ to: '/customers', fuzzy: true }))}
          link={(props) => <Link to="/customers" onClick={followed} {...props} />}
        />
        <Item
          icon={IconMoodSmile}
          label={t('rating.title')}
          rail={rail}
          current={Boolean(matches({ to: '/ratings', fuzzy: true }))}
          link={(props) => <Link to="/ratings" onClick={followed} {...props} />}
          />
          <Item
          icon={IconChartBar}
          label={t('nav.reports')}
          rail={rail}
          current={Boolean(matches({ to: '/reports', fuzzy: true }))}
          link={(props) => <Link to="/reports" onClick={followed} {...props} />}
        />
        <Item
          icon={IconTrophy}
          label={t('game.title')}
          rail={rail}
          current={Boolean(matches({ to: '/game', fuzzy: true }))}
          link={(props) => <Link to="/game" onClick={followed} {...props} />}
        />
        <Item
          icon={IconSettings}
          label={t('nav.settings')}
          rail={rail}
          current={Boolean(matches({ to: '/settings', fuzzy: true }))}
          link={(props) => <Link to="/settings" onClick={followed} {...props} />}
        />
      </ul>
    </nav>
  );
}

function ColumnMark({ icon: Icon, label }: { icon: Icon; label: string }) {
  return (
    <Tooltip label={label}>
      <span className={classes.mark} role="img" aria-label={label}>
        <Icon size={14} stroke={1.8} />
      </span>
    </Tooltip>
  );
}
