import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { savedViewsQuery } from '@/features/views/saved-views';
import { ViewDialog } from '@/features/views/view-form';
import { useCommands } from '@/kit/commands';
import { savedCountsQuery } from './counts';
import classes from './sidebar.module.css';

/** The saved views in the agent's own order, with their live numbers. */
export function SavedSection({ current, rail, followed }: { current: string | undefined; rail: boolean; followed?: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { data: views = [] } = useQuery(savedViewsQuery);
  const { data: counts = [] } = useQuery({ ...savedCountsQuery, enabled: views.length > 0 });
  const [adding, setAdding] = useState(false);
  const format = new Intl.NumberFormat(i18n.language);
  const numberOf = (id: string) => {
    const found = counts.find((count) => count.id === id);
    return found && (found.count > 0 || found.more) ? format.format(found.count) + (found.more ? '+' : '') : '';
  };
  const group = t('palette.go_to');
  useCommands([
    { id: 'add-view', label: t('saved_view.add'), group: t('palette.list'), act: () => { setAdding(true); } },
    ...views.map((view) => ({
      id: `saved-${view.id}`,
      label: t('saved_view.go', { name: view.name }),
      group,
      act: () => void navigate({ to: '/tickets', search: { saved: view.id } }),
    })),
  ]);

  return (
    <section className={classes.section} aria-label={t('saved_view.title')}>
      <div className={classes.heading}>
        <h2>{t('saved_view.title')}</h2>
        <Tooltip label={t('saved_view.add')}>
          <ActionIcon size="sm" aria-label={t('saved_view.add')} onClick={() => { setAdding(true); }}>
            <IconPlus size={14} />
          </ActionIcon>
        </Tooltip>
      </div>
      <ul className={classes.list}>
        {views.map((view) => (
          <li key={view.id}>
            <Link
              to="/tickets"
              search={{ saved: view.id }}
              onClick={followed}
              className={classes.item}
              aria-current={current === view.id ? 'page' : undefined}
              title={view.name}
            >
              {view.missing.length > 0 ? (
                <IconAlertTriangle size={18} stroke={1.6} className={classes.icon} aria-label={t('saved_view.broken')} />
              ) : (
                <span className={classes.dot} aria-hidden="true">{[...view.name][0]}</span>
              )}
              <span className={classes.label}>{view.name}</span>
              {!rail && <span className={classes.count}>{numberOf(view.id)}</span>}
            </Link>
          </li>
        ))}
      </ul>
      <ViewDialog
        opened={adding}
        view={null}
        close={() => { setAdding(false); }}
        saved={(made) => {
          followed?.();
          void navigate({ to: '/tickets', search: { saved: made.id } });
        }}
      />
    </section>
  );
}
