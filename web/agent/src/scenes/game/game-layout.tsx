import { IconChevronDown } from '@tabler/icons-react';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGameSections } from '@/features/game/sections';
import classes from '@/kit/side-menu.module.css';

/** The pages of the game beside the one that is open; on a phone a button with its name unfolds them. */
export function GameLayout() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const sections = useGameSections();
  const here = sections.find(({ to }) => to !== '/game' && (path === to || path.startsWith(`${to}/`)));
  return (
    <div className={classes.layout}>
      <nav className={classes.nav} aria-label={t('game.title')}>
        <button type="button" className={classes.unfold} aria-expanded={open} aria-controls="game-pages" onClick={() => { setOpen(!open); }}>
          {here ? here.label(t) : t('game.mine_title')}
          <IconChevronDown size={17} stroke={1.6} aria-hidden="true" />
        </button>
        <ul id="game-pages" className={classes.pages} data-open={open || undefined}>
          {sections.map(({ id, to, icon: Icon, label }) => (
            <li key={id}>
              <Link to={to} className={classes.entry} activeOptions={{ exact: to === '/game', includeSearch: false }} activeProps={{ 'aria-current': 'page' }} onClick={() => { setOpen(false); }}>
                <Icon size={17} stroke={1.6} aria-hidden="true" />
                {label(t)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.content}>
        <Outlet />
      </div>
    </div>
  );
}
