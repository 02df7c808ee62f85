import { useMemo } from 'react';
import { MailFrame } from './mail-frame';
import { plainBody, RichText } from './rich-text';

/** Cleaned HTML: in our own type where it is plain, as its writer made it where it is not. */
export function Written({ html, remote = false }: { html: string; remote?: boolean }) {
  const body = useMemo(() => plainBody(html), [html]);
  return body ? <RichText body={body} /> : <MailFrame html={html} remote={remote} />;
}
