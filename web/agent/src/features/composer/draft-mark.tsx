import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { myDraftsQuery } from './draft';
import classes from './draft-mark.module.css';

/** In a row of the list: here one has begun to write. */
export function DraftMark({ code }: { code: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...myDraftsQuery, select: (drafts) => drafts.find((one) => one.ticket === code)?.snippet });
  if (data === undefined) return null;
  return (
    <span className={classes.mark} title={data}>
      {t('draft.mark')}
    </span>
  );
}
