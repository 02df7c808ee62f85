import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, type NavigateOptions } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, THEMES, VIEWS } from '@/api/types';
import { agentsQuery } from '@/features/agents/agents';
import { countsQuery } from '@/features/navigation/counts';
import { useGameSections } from '@/features/game/sections';
import { useSettings } from '@/features/navigation/settings';
import { useChangeMe, useMay, useSignOut } from '@/features/session/session';
import { schemeOf } from '@/features/session/theme-menu';
import { useTakeNext } from '@/features/to-solve/take-next';
import { LANGUAGE_NAMES, speak } from '@/i18n';
import { useCommands, type Command } from '@/kit/commands';

interface Opens {
  palette: () => void;
  shortcuts: () => void;
  newTicket: () => void;
  kudos: () => void;
}

/** What can be done anywhere. */
export function useShellCommands(open: Opens) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const change = useChangeMe();
  const signOut = useSignOut();
  const { setColorScheme } = useMantineColorScheme();
  const { data: counts } = useQuery(countsQuery);
  const { take } = useTakeNext();
  const settings = useSettings();
  const gameSections = useGameSections();
  const manages = useMay('agents_manage');
  const { data: agents = [] } = useQuery(agentsQuery);
  const everywhere = t('palette.everywhere');
  const go = (id: string, label: string, to: NavigateOptions): Command => ({
    id: `go-${id}`,
    label,
    group: t('palette.go_to'),
    act: () => void navigate(to),
  });

  useCommands([
    { id: 'palette', label: t('palette.label'), group: everywhere, keys: ['mod+k', '/'], act: open.palette, onlyKey: true },
    { id: 'new-ticket', label: t('new_ticket.title'), group: everywhere, keys: ['c'], act: open.newTicket },
    { id: 'give-kudos', label: t('kudos.give'), group: everywhere, act: open.kudos },
    { id: 'to-solve', label: t('to_solve.title'), group: everywhere, keys: ['g'], act: take },
    { id: 'shortcuts', label: t('shortcuts.title'), group: everywhere, keys: ['?'], act: open.shortcuts },
    ...VIEWS.map((view) => go(view, t(`view.${view}`), { to: '/tickets', search: { view } })),
    ...(counts?.departments ?? []).map(({ id, name }) => go(id, name, { to: '/tickets', search: { department: id } })),
    go('search', t('search.title'), { to: '/search' }),
    go('customers', t('nav.customers'), { to: '/customers' }),
    go('ratings', t('rating.title'), { to: '/ratings' }),
    ...gameSections.map(({ id, to, label }) => go(`game-${id}`, t('palette.game', { name: label(t) }), { to })),
    go('my-ratings', t('rating.mine'), { to: '/ratings', search: { agent: 'me' } }),
    go('reports', t('nav.reports'), { to: '/reports' }),
    go('companies', t('company.title'), { to: '/companies' }),
    ...settings.flatMap(({ pages }) => pages).map(({ id, to, label }) => go(id, id === 'account' ? label : t('palette.settings', { name: label }), { to })),
    ...(manages ? agents : []).map(({ id, name }) => go(`agent-${id}`, t('palette.agent', { name }), { to: '/settings/agents/$id', params: { id } })),
    ...THEMES.map((theme) => ({
      id: `theme-${theme}`,
      label: t('palette.theme', { name: t(`theme.${theme}`) }),
      group: t('palette.taste'),
      act: () => {
        setColorScheme(schemeOf(theme));
        change.mutate({ theme });
      },
    })),
    ...LANGUAGES.map((language) => ({
      id: `language-${language}`,
      label: t('palette.language', { name: LANGUAGE_NAMES[language] }),
      group: t('palette.taste'),
      act: () => {
        void speak(language);
        change.mutate({ language });
      },
    })),
    { id: 'sign-out', label: t('account.sign_out'), group: t('palette.taste'), act: () => { signOut.mutate(); } },
  ]);
}
