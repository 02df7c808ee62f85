import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { THEMES, type Theme } from '@/api/types';
import { useChangeMe } from './session';

const ICONS: Record<Theme, Icon> = { system: IconDeviceDesktop, light: IconSun, dark: IconMoon };

export const schemeOf = (theme: Theme) => (theme === 'system' ? 'auto' : theme);

export function ThemeMenu() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const change = useChangeMe();
  const current = colorScheme === 'auto' ? 'system' : colorScheme;
  const Current = ICONS[current];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('app.theme')}>
          <ActionIcon aria-label={t('app.theme')}>
            <Current size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {THEMES.map((theme) => {
          const Icon = ICONS[theme];
          return (
            <Menu.Item
              key={theme}
              role="menuitemradio"
              aria-checked={current === theme}
              leftSection={<Icon size={16} stroke={1.6} />}
              rightSection={current === theme ? <IconCheck size={16} /> : null}
              onClick={() => {
                setColorScheme(schemeOf(theme));
                change.mutate({ theme });
              }}
            >
              {t(`theme.${theme}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
