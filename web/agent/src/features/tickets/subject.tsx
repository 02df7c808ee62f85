import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './header.module.css';

const SUBJECT_MAX = 250;

/** The subject as a heading that becomes a field when pressed. */
export function Subject({ subject, editable, change }: { subject: string; editable: boolean; change: (subject: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const editing = text !== undefined;
  useEffect(() => { if (editing) field.current?.select(); }, [editing]);

  const end = (save: boolean) => {
    const wanted = text?.trim();
    setText(undefined);
    if (save && wanted && wanted !== subject) change(wanted);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') end(true);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      end(false);
    }
  };

  if (!editable) return <h1 className={classes.subject}>{subject}</h1>;
  if (text === undefined) {
    return (
      <h1 className={classes.subject}>
        <button type="button" data-printed-text title={t('ticket.edit_subject')} onClick={() => { setText(subject); }}>
          {subject || t('ticket.no_subject')}
        </button>
      </h1>
    );
  }
  return (
    <input
      ref={field}
      className={classes.subjectField}
      aria-label={t('ticket.subject')}
      value={text}
      maxLength={SUBJECT_MAX}
      onChange={(event) => { setText(event.currentTarget.value); }}
      onKeyDown={press}
      onBlur={() => { end(true); }}
    />
  );
}
