import { IconCheck, IconCloudOff, IconWindow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Saving } from './use-draft';
import classes from './composer.module.css';

/** Says quietly where the words are: nothing while typing, a tick when the server has them. */
export function SaveMark({ saving, empty }: { saving: Saving; empty: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={classes.saved} role="status">
      {saving === 'saved' && !empty && (
        <>
          <IconCheck size={14} aria-hidden="true" /> {t('composer.saved')}
        </>
      )}
      {saving === 'elsewhere' && (
        <>
          <IconWindow size={14} aria-hidden="true" /> {t('draft.elsewhere')}
        </>
      )}
      {saving === 'offline' && (
        <>
          <IconCloudOff size={14} aria-hidden="true" /> {t('composer.saved_here')}
        </>
      )}
    </span>
  );
}
