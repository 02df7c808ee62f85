import type { ReactNode } from 'react';
import { useTitle } from './title';
import classes from './sheet.module.css';

/** A page of the configuration: what it is for, its one main act, and what it holds. */
export function Sheet({ title, lead, action, children }: { title: string; lead?: ReactNode; action?: ReactNode; children: ReactNode }) {
  useTitle(title);
  return (
    <div className={classes.sheet}>
      <header className={classes.head}>
        <div>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}

export function Section({ title, lead, action, children }: { title: string; lead?: ReactNode; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <header className={classes.sectionHead}>
        <div>
          <h2>{title}</h2>
          {lead && <p>{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}

export function Lines({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ul className={classes.lines} aria-label={label}>
      {children}
    </ul>
  );
}

/** One thing in a list of the configuration. */
export function Line({ lead, title, detail, facts, actions, below, faint = false }: {
  lead?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  facts?: ReactNode;
  actions?: ReactNode;
  /** Across the whole line, under the rest. */
  below?: ReactNode;
  faint?: boolean;
}) {
  return (
    <li className={classes.line} data-faint={faint || undefined}>
      {lead}
      <div className={classes.words}>
        <div className={classes.title}>{title}</div>
        {detail && <div className={classes.detail}>{detail}</div>}
      </div>
      {facts && <div className={classes.facts}>{facts}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
      {below && <div className={classes.below}>{below}</div>}
    </li>
  );
}
