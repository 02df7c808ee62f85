import type { Editor } from '@tiptap/react';
import { lazy, Suspense, useState } from 'react';
import classes from './composer.module.css';

const RichEditor = lazy(() => import('./editor'));
const Toolbar = lazy(() => import('./toolbar'));

/** A rich-text field in a form. */
export function SmallEditor({ label, html, changed }: { label: string; html: string; changed: (html: string) => void }) {
  const [editor, setEditor] = useState<Editor>();
  const [initial] = useState(html);
  return (
    <div>
      <div className={classes.fieldLabel}>{label}</div>
      <div className={classes.field}>
        <div className={classes.text} onClick={() => editor?.commands.focus()}>
          <Suspense fallback={<div className={classes.loading} />}>
            <RichEditor html={initial} label={label} placeholder="" autoFocus={false} changed={changed} ready={setEditor} />
          </Suspense>
        </div>
        <div className={classes.bottom}><Suspense>{editor && <Toolbar editor={editor} />}</Suspense></div>
      </div>
    </div>
  );
}
