import type { ReactNode } from 'react';
import classes from './inbox-scene.module.css';

export function ListHead({ children }: { children: ReactNode }) {
  return <div className={classes.head}>{children}</div>;
}
