import { MantineProvider, mergeThemeOverrides, localStorageColorSchemeManager } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { theme, variables } from './theme';

const scheme = localStorageColorSchemeManager({ key: 'fourleaf.theme' });

/** Our theme, with names in the reader's language for the buttons Mantine draws by itself. */
export function AppTheme({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const spoken = useMemo(() => {
    const closeButtonProps = { 'aria-label': t('common.close') };
    return mergeThemeOverrides(theme, {
      components: {
        Modal: { defaultProps: { ...theme.components?.Modal?.defaultProps, closeButtonProps } },
        Drawer: { defaultProps: { closeButtonProps } },
        Notification: { defaultProps: { closeButtonProps } },
        PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('common.show_password') } } },
      },
    });
  }, [t]);
  return (
    <MantineProvider theme={spoken} cssVariablesResolver={variables} colorSchemeManager={scheme} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}
