import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { asProblem } from '@/api/problem';
import { explain } from './explain';

/** What a form was opened with: over a colleague's newer version it saves only when asked a second time. */
export function useSeen(version: number | undefined) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(version);
  return {
    headers: ifMatch(seen),
    onError: (error: Error) => { if (asProblem(error).stale) setSeen(undefined); },
    saved: (now: { version: number }) => { setSeen(now.version); },
    message: (error: Error | null) => {
      if (!error) return null;
      const problem = asProblem(error);
      return problem.stale ? t('form.stale') : explain(problem, t);
    },
  };
}
