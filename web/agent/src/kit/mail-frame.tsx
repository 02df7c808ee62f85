import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './mail-frame.module.css';

/** What the server has removed already, removed once more: a frame without scripts is the second lock, this is the third. */
const NEVER = 'script, iframe, frame, object, embed, form, meta, link, base, applet, portal, svg, math';
const HEIGHT_MAX = 12_000;
const HOLE_MAX = 600;
const MARGIN = 12;
const ZOOM_MIN = 0.5;

function cleaned(html: string, remote: boolean): string {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  body.querySelectorAll(NEVER).forEach((element) => { element.remove(); });
  for (const element of body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (name.startsWith('on')) element.removeAttribute(name);
    if (element.tagName === 'A') element.setAttribute('rel', 'noopener noreferrer');
    const source = element.getAttribute('data-remote-src');
    if (remote && source && /^https?:/i.test(source)) element.setAttribute('src', source);
    else if (element.tagName === 'IMG' && !element.hasAttribute('src')) element.replaceWith(hole(element));
  }
  return body.innerHTML;
}

/** Where a blocked image would be: its own size, its own words. */
function hole(image: Element): Element {
  const place = image.ownerDocument.createElement('span');
  place.className = 'hole';
  place.textContent = image.getAttribute('alt');
  for (const side of ['width', 'height'] as const) {
    const size = Number(image.getAttribute(side));
    if (size > 0 && size <= HOLE_MAX) place.style[side] = `${size}px`;
  }
  return place;
}

function token(name: string) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function page(html: string, remote: boolean): string {
  const { origin } = window.location;
  const images = `'self' ${origin} data:${remote ? ' https: http:' : ''}`;
  const policy = `default-src 'none'; img-src ${images}; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'`;
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank"><style>
    html { background: ${token('--paper')}; color: ${token('--paper-text')}; color-scheme: light; }
    body { margin: ${MARGIN}px; font: 14px/21px Inter, system-ui, sans-serif; overflow-wrap: anywhere; }
    img { max-width: 100%; height: auto; }
    .hole { display: inline-block; box-sizing: border-box; padding: 2px 6px; overflow: hidden; border-radius: 4px; background: ${token('--paper-hole')}; color: ${token('--paper-text')}; font-size: 12px; }
    table { max-width: 100%; }
    blockquote { margin-left: 0; padding-left: 12px; border-left: 2px solid ${token('--paper-hole')}; }
    pre { white-space: pre-wrap; }
  </style></head><body dir="auto">${cleaned(html, remote)}</body></html>`;
}

/** A mail with a look of its own, on paper of its own: no scripts, no reach, as tall as it is. */
export function MailFrame({ html, remote }: { html: string; remote: boolean }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(80);
  const source = useMemo(() => page(html, remote), [html, remote]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let watch: ResizeObserver | undefined;
    const loaded = () => {
      const inside = element.contentDocument;
      if (!inside?.body) return;
      const measure = () => {
        // A newsletter wider than the thread is made to fit, as every mail program does.
        const root = inside.documentElement;
        const fit = Math.max(ZOOM_MIN, Math.min(1, element.clientWidth / (inside.body.scrollWidth + 2 * MARGIN)));
        root.style.zoom = fit < 1 ? String(fit) : '';
        setHeight(Math.min(HEIGHT_MAX, Math.ceil((inside.body.scrollHeight + 2 * MARGIN) * fit)));
      };
      measure();
      watch?.disconnect();
      watch = new ResizeObserver(measure);
      watch.observe(inside.body);
      // Keys pressed while reading the mail are meant for the ticket around it.
      inside.addEventListener('keydown', (event) => {
        if (window.dispatchEvent(new KeyboardEvent('keydown', event))) return;
        event.preventDefault();
      });
    };
    element.addEventListener('load', loaded);
    if (element.contentDocument?.readyState === 'complete') loaded();
    return () => {
      element.removeEventListener('load', loaded);
      watch?.disconnect();
    };
  }, [source]);

  return (
    <iframe
      ref={frame}
      className={classes.frame}
      style={{ height }}
      title={t('message.body')}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={source}
    />
  );
}
