import { useTranslation } from 'react-i18next';

const BUILT_IN = ['owner', 'admin', 'lead', 'agent'] as const;

/** Our own roles in the reader's language; a workspace's by the name it gave them. */
export function useRoleName() {
  const { t } = useTranslation();
  return (name: string) => {
    const known = BUILT_IN.find((role) => role === name.toLowerCase());
    return known ? t(`role.${known}`) : name;
  };
}
