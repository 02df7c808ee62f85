import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The browser's tab says where one is. */
export function useTitle(title: string | undefined) {
  const { t } = useTranslation();
  useEffect(() => {
    if (title) document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
}
