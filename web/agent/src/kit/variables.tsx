import { useTranslation } from 'react-i18next';
import classes from './variables.module.css';

/** What may stand in braces in a ready-made text. */
export function Variables({ names }: { names: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <p className={classes.variables}>
      {t('canned.variables')} {names.map((name) => <code key={name}>{`{${name}}`}</code>)}
    </p>
  );
}
