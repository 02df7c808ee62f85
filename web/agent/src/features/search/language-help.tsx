import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './search.module.css';

const EXAMPLES = {
  words: 'printer paper',
  phrase: '"paper jam"',
  without: 'printer -toner',
  either: 'invoice OR receipt',
  from: 'from:omar@example.org',
  subject: 'subject:refund',
  tag: 'tag:vip',
  status: 'status:open',
  assignee: 'assignee:me',
  department: 'department:support',
  dates: 'after:2026-01-01 before:2026-02-01',
  ago: 'after:7d',
  has: 'has:attachment',
  priority: 'priority:high',
} as const;

/** The search language by example; each can be taken over. */
export function LanguageHelp({ take }: { take: (example: string) => void }) {
  const { t } = useTranslation();
  return (
    <dl className={classes.examples}>
      {(Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[]).map((name) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>
            <UnstyledButton className={classes.example} onClick={() => { take(EXAMPLES[name]); }}>
              {EXAMPLES[name]}
            </UnstyledButton>
          </dt>
          <dd>{t(`search.means_${name}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
