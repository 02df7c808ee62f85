import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './form.module.css';

/** What the server refused, above the button that was pressed; read out when it appears. */
export function FormError({ message }: { message: string | null }) {
  return (
    <div role="alert" className={classes.alert}>
      {message && (
        <p className={classes.error}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          {message}
        </p>
      )}
    </div>
  );
}

/** Fields that belong together, under one heading. */
export function FieldGroup({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{title}</legend>
      {hint && <p className={classes.hint}>{hint}</p>}
      <div className={classes.fields}>{children}</div>
    </fieldset>
  );
}

export function Columns({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return <div className={`${classes.columns} ${narrow ? classes.narrow : ''}`}>{children}</div>;
}

export function FormEnd({ children }: { children: ReactNode }) {
  return <div className={classes.end}>{children}</div>;
}
