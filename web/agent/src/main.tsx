import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSignedOut } from '@/api/client';
import { keys, queryClient } from '@/api/query-client';
import { speak, startingLanguage } from '@/i18n';
import { theme, variables } from '@/theme/theme';
import { router } from './router';
import '@/theme/fonts.css';
import '@/theme/mantine.css';
import '@/theme/tokens.css';
import '@/theme/ground.css';

const TOASTS_MAX = 3;

// An expired session sends to the sign-in and back; what was being written stays in this browser meanwhile.
onSignedOut(() => {
  if (queryClient.getQueryData(keys.session) === null) return;
  queryClient.setQueryData(keys.session, null);
  const { href } = router.state.location;
  void router.navigate({ to: '/sign-in', search: { back: href }, replace: true });
});

const scheme = localStorageColorSchemeManager({ key: 'fourleaf.theme' });

void speak(startingLanguage()).then(() => {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <MantineProvider theme={theme} cssVariablesResolver={variables} colorSchemeManager={scheme} defaultColorScheme="auto">
          <RouterProvider router={router} />
          <Notifications position="bottom-right" limit={TOASTS_MAX} />
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
});
