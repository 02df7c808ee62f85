import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Clover } from './clover';
import { LanguageMenu } from './language-menu';
import classes from './doorstep.module.css';

/** The page before one is in: sign-in, set-up. */
export function Doorstep({ title, lead, wide = false, children }: { title: string; lead?: ReactNode; wide?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <div className={classes.page}>
      <div className={classes.corner}>
        <LanguageMenu />
      </div>
      <main className={classes.card} data-wide={wide || undefined}>
        <div className={classes.brand}>
          <Clover size={36} />
          <span>{t('app.name')}</span>
        </div>
        <h1 className={classes.title}>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        {children}
      </main>
    </div>
  );
}
