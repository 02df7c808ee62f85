import { IconChevronDown } from '@tabler/icons-react';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings, type SettingsGroup } from '@/features/navigation/settings';
import classes from '@/kit/side-menu.module.css';

function Group({ group, onChosen }: { group: SettingsGroup; onChosen: () => void }) {
  const heading = `settings-${group.id}`;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className={classes.group}>
        {group.label}
      </h2>
      <ul>
        {group.pages.map(({ id, to, icon: Icon, label }) => (
          <li key={id}>
            <Link to={to} className={classes.entry} activeProps={{ 'aria-current': 'page' }} onClick={onChosen}>
              <Icon size={17} stroke={1.6} aria-hidden="true" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Beside the page where there is room; on a phone a button with the page's name unfolds it. */
export function SettingsLayout() {
  const { t } = useTranslation();
  const groups = useSettings();
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const here = groups.flatMap(({ pages }) => pages).find(({ to }) => path === to || path.startsWith(`${to}/`));
  return (
    <div className={classes.layout}>
      <nav className={classes.nav} aria-label={t('nav.settings')}>
        <button type="button" className={classes.unfold} aria-expanded={open} aria-controls="settings-pages" onClick={() => { setOpen(!open); }}>
          {here?.label ?? t('nav.settings')}
          <IconChevronDown size={17} stroke={1.6} aria-hidden="true" />
        </button>
        <div id="settings-pages" className={classes.pages} data-open={open || undefined}>
          {groups.map((group) => (
            <Group key={group.id} group={group} onChosen={() => { setOpen(false); }} />
          ))}
        </div>
      </nav>
      <div className={classes.content} role="region" aria-label={here?.label ?? t('nav.settings')} tabIndex={0}>
        <Outlet />
      </div>
    </div>
  );
}
