import { ActionIcon, Button, Drawer, Tooltip, useMantineColorScheme } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconKeyboard, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconMenu2, IconPencilPlus } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DemoBanner } from '@/features/demo/demo-banner';
import { useLiveUpdates } from '@/features/live/use-live-updates';
import { useDraftCommands } from '@/features/composer/use-draft-commands';
import { Sidebar } from '@/features/navigation/sidebar';
import { Bell } from '@/features/notifications/bell';
import { useBrowserNotices } from '@/features/notifications/use-browser-notices';
import { OfferPanel } from '@/features/offers/offer-panel';
import { JumpField } from '@/features/palette/jump-field';
import { Palette } from '@/features/palette/palette';
import { ShortcutsDialog } from '@/features/palette/shortcuts-dialog';
import { PresenceMenu } from '@/features/presence/presence-menu';
import { AccountMenu } from '@/features/session/account-menu';
import { useChangeMe, useSession } from '@/features/session/session';
import { schemeOf, ThemeMenu } from '@/features/session/theme-menu';
import { ToSolveButton } from '@/features/to-solve/to-solve-button';
import { Overload } from '@/features/workload/overload';
import { speak } from '@/i18n';
import { LanguageMenu } from '@/kit/language-menu';
import { usePreference } from '@/kit/preference';
import { useShellCommands } from './shell-commands';
import classes from './shell.module.css';

const NewTicket = lazy(() => import('@/features/composer/new-ticket'));
const GiveKudos = lazy(() => import('@/features/kudos/give-kudos'));

/** The agent's language and theme follow them to every browser they sign in with. */
function useOwnTaste() {
  const { language, theme } = useSession().agent;
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (language) void speak(language);
  }, [language]);
  useEffect(() => {
    if (theme) setColorScheme(schemeOf(theme));
  }, [theme, setColorScheme]);
}

export function Shell() {
  const { t } = useTranslation();
  const { agent, workspace } = useSession();
  const change = useChangeMe();
  const [sidebar, setSidebar] = usePreference('sidebar');
  const phone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const [drawer, drawing] = useDisclosure(false);
  const [dialog, setDialog] = useState<'palette' | 'shortcuts' | 'new-ticket' | 'kudos' | null>(null);
  const live = useLiveUpdates();
  const close = () => { setDialog(null); };
  const open = {
    palette: () => { setDialog('palette'); },
    shortcuts: () => { setDialog('shortcuts'); },
    newTicket: () => { setDialog('new-ticket'); },
    kudos: () => { setDialog('kudos'); },
  };
  useShellCommands(open);
  useDraftCommands();
  useBrowserNotices();
  useOwnTaste();

  const rail = sidebar === 'rail';
  const fold = t(rail ? 'nav.unfold' : 'nav.fold');

  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('nav.skip')}
      </a>
      {workspace.demo && <DemoBanner owner={agent.role === 'owner'} />}
      <div className={classes.columns}>
        {!phone && <Sidebar workspace={workspace.name} rail={rail} top={<><ToSolveButton rail={rail} /><Overload rail={rail} /></>} />}
        {phone && (
          <Drawer opened={drawer} onClose={drawing.close} size={300} padding={0} withCloseButton={false} attributes={{ content: { 'aria-label': t('nav.label') } }}>
            <Sidebar workspace={workspace.name} rail={false} narrow followed={drawing.close} top={<><ToSolveButton rail={false} taken={drawing.close} /><Overload rail={false} /></>} />
          </Drawer>
        )}
        <div className={classes.body}>
          <header className={classes.bar}>
            {phone ? (
              <ActionIcon aria-label={t('nav.open')} onClick={drawing.open}>
                <IconMenu2 size={20} stroke={1.6} />
              </ActionIcon>
            ) : (
              <Tooltip label={fold}>
                <ActionIcon aria-label={fold} onClick={() => { setSidebar(rail ? 'wide' : 'rail'); }}>
                  {rail ? <IconLayoutSidebarLeftExpand size={18} stroke={1.6} /> : <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} />}
                </ActionIcon>
              </Tooltip>
            )}
            <JumpField open={open.palette} />
            {!phone && <div className={classes.grow} />}
            {!live && (
              <span className={classes.offline} role="status">
                {t('app.not_live')}
              </span>
            )}
            {phone ? (
              <ActionIcon aria-label={t('new_ticket.title')} onClick={open.newTicket}>
                <IconPencilPlus size={20} stroke={1.6} />
              </ActionIcon>
            ) : (
              <>
                <Button variant="default" leftSection={<IconPencilPlus size={16} stroke={1.7} />} onClick={open.newTicket} className={classes.fresh}>
                  {t('new_ticket.title')}
                </Button>
                <Tooltip label={t('shortcuts.title')}>
                  <ActionIcon aria-label={t('shortcuts.title')} onClick={open.shortcuts}>
                    <IconKeyboard size={18} stroke={1.6} />
                  </ActionIcon>
                </Tooltip>
              </>
            )}
            {!phone && <LanguageMenu chosen={(language) => { change.mutate({ language }); }} />}
            {!phone && <ThemeMenu />}
            <Bell />
            <PresenceMenu narrow={Boolean(phone)} />
            <AccountMenu showShortcuts={open.shortcuts} />
          </header>
          <main id="main" className={classes.main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <OfferPanel />
      <Palette opened={dialog === 'palette'} close={close} />
      <ShortcutsDialog opened={dialog === 'shortcuts'} close={close} />
      <Suspense>
        {dialog === 'new-ticket' && <NewTicket opened close={close} />}
        {dialog === 'kudos' && <GiveKudos close={close} />}
      </Suspense>
    </div>
  );
}
