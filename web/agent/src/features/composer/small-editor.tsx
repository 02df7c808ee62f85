import type { Editor } from '@tiptap/react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import classes from './composer.module.css';

const RichEditor = lazy(() => import('./editor'));
const Toolbar = lazy(() => import('./toolbar'));

interface Props {
  label: string;
  html: string;
  changed: (html: string) => void;
  /** Takes what is dropped or pasted; without it files are left out. */
  files?: (files: File[]) => void;
  /** Below the text, beside the toolbar. */
  tools?: ReactNode;
  children?: ReactNode;
}

/** A rich-text field in a form. */
export function SmallEditor({ label, html, changed, files, tools, children }: Props) {
  const [editor, setEditor] = useState<Editor>();
  const [initial] = useState(html);
  return (
    <div>
      <div className={classes.fieldLabel}>{label}</div>
      <div className={classes.field}>
        <div className={classes.text} onClick={() => editor?.commands.focus()}>
          <Suspense fallback={<div className={classes.loading} />}>
            <RichEditor html={initial} label={label} placeholder="" autoFocus={false} changed={changed} ready={setEditor} {...(files && { files })} />
          </Suspense>
        </div>
        {children}
        <div className={classes.bottom}>
          <Suspense>{editor && <Toolbar editor={editor} />}</Suspense>
          {tools}
        </div>
      </div>
    </div>
  );
}
