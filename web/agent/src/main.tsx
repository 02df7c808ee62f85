import '@/theme/fonts.css';
import '@/theme/mantine.css';
import '@/theme/tokens.css';
import '@/theme/ground.css';
import '@/theme/print.css';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSignedOut } from '@/api/client';
import { keys, queryClient } from '@/api/query-client';
import { speak, startingLanguage } from '@/i18n';
import { AppTheme } from '@/theme/app-theme';
import { router } from './router';

const TOASTS_MAX = 3;

// An expired session sends to the sign-in and back; what was being written stays in this browser meanwhile.
onSignedOut(() => {
  if (queryClient.getQueryData(keys.session) === null) return;
  queryClient.setQueryData(keys.session, null);
  const { href } = router.state.location;
  void router.navigate({ to: '/sign-in', search: { back: href }, replace: true });
});

void speak(startingLanguage()).then(() => {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AppTheme>
          <RouterProvider router={router} />
          <Notifications position="bottom-left" limit={TOASTS_MAX} />
        </AppTheme>
      </QueryClientProvider>
    </StrictMode>,
  );
});
