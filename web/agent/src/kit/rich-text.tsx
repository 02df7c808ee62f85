import { createElement, Fragment, type ReactNode } from 'react';
import classes from './rich-text.module.css';

/** Tags we draw ourselves, in our own type and colours; anything else is a mail with a look of its own. */
const PLAIN = new Set([
  'p', 'br', 'div', 'span', 'b', 'strong', 'i', 'em', 'u', 's', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'h1', 'h2', 'h3', 'h4', 'hr', 'img',
]);
const EMPTY = new Set(['br', 'hr', 'img']);
const OWN_IMAGE = '/api/v1/attachments/';
const SAFE_LINK = /^(https?:|mailto:|tel:)/i;
const LOUD = /color|background|border|position|float|width/i;
/** A hostile mail may nest without end; beyond this its text is shown flat. */
const DEPTH_MAX = 40;

function ownImage(element: Element) {
  return element.tagName === 'IMG' && (element.getAttribute('src') ?? '').startsWith(OWN_IMAGE);
}

function plainElement(element: Element): boolean {
  const tag = element.tagName.toLowerCase();
  if (!PLAIN.has(tag)) return false;
  if (tag === 'img' && !ownImage(element)) return false;
  return !LOUD.test(element.getAttribute('style') ?? '') && !element.hasAttribute('bgcolor') && !element.hasAttribute('color');
}

function propsOf(element: Element): Record<string, string> {
  const href = element.getAttribute('href') ?? '';
  if (element.tagName === 'A' && SAFE_LINK.test(href)) return { href, target: '_blank', rel: 'noopener noreferrer' };
  // Coloured only inside a note: in a stranger's mail it means nothing.
  if (element.hasAttribute('data-mention')) return { className: classes.mention ?? '' };
  if (ownImage(element)) return { src: element.getAttribute('src') ?? '', alt: element.getAttribute('alt') ?? '', loading: 'lazy' };
  return {};
}

function drawn(node: Node, key: number, depth: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  if (depth > DEPTH_MAX) return node.textContent;
  const tag = node.tagName.toLowerCase();
  const props = { key, ...propsOf(node) };
  if (EMPTY.has(tag)) return createElement(tag, props);
  return createElement(tag, props, ...[...node.childNodes].map((child, index) => drawn(child, index, depth + 1)));
}

/** The body of a piece of HTML when it is plain enough to be drawn as our own text; null when it is not. */
export function plainBody(html: string): HTMLElement | null {
  const { head, body } = new DOMParser().parseFromString(html, 'text/html');
  return head.childElementCount === 0 && [...body.querySelectorAll('*')].every(plainElement) ? body : null;
}

/** HTML as elements of our own: nothing of it reaches the page but text, a few tags and checked links. */
export function RichText({ body }: { body: HTMLElement }) {
  return (
    <div className={classes.rich} dir="auto">
      {[...body.childNodes].map((child, index) => (
        <Fragment key={index}>{drawn(child, index, 0)}</Fragment>
      ))}
    </div>
  );
}

const LINK = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}»”’])/g;

/** Text as it was typed, with its web addresses made links. */
export function PlainText({ text }: { text: string }) {
  return (
    <div className={classes.plain} dir="auto">
      {text.split(LINK).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}
