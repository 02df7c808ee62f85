import type { ReactNode } from 'react';
import classes from './game.module.css';

/** One heart of the clover, its tip in the middle; the crease is the light on it. */
const HEART = 'M0-1.5C-3.4-4-8.2-6.6-8.2-11.2c0-2.9 2.1-4.9 4.5-4.9 1.7 0 3 .9 3.7 2.4.7-1.5 2-2.4 3.7-2.4 2.4 0 4.5 2 4.5 4.9C8.2-6.6 3.4-4 0-1.5Z';

const line = (d: string) => <path d={d} fill="none" stroke="currentColor" strokeWidth="3.2" strokeLinecap="round" strokeLinejoin="round" />;
const shape = (d: string) => <path d={d} fill="currentColor" fillRule="evenodd" />;

/** What is drawn in the middle of the medal, on 48 by 48. */
const PICTURES: Record<string, ReactNode> = {
  'traffic-controller': line('M14 19h19m-6-6 6 6-6 6M34 30H15m6-6-6 6 6 6'),
  siesta: (
    <>
      {shape('M30 29.5A11 11 0 1 1 18.5 14a9.4 9.4 0 0 0 11.5 15.5Z')}
      {line('M27.5 12.5h6l-6 7.5h6')}
    </>
  ),
  rebel: shape('M26.5 10 14.5 26.5h7.5L19.5 38 33.5 20.5h-8.5Z'),
  inspector: (
    <>
      <circle cx="21.5" cy="21.5" r="8" fill="none" stroke="currentColor" strokeWidth="3.2" />
      {line('M27.5 27.5 35 35')}
    </>
  ),
  'speedy-gonzales': (
    <>
      {shape('M9.5 28.5c1.8 3.6 7.5 5.5 14.5 5.5s12.7-1.9 14.5-5.5c-3 .6-5.2.2-6.7-1.2-1-6.3-3-13.3-7.8-13.3s-6.8 7-7.8 13.3c-1.5 1.4-3.7 1.8-6.7 1.2Z')}
      <path d="M17.3 24.5c4 1.8 9.4 1.8 13.4 0" fill="none" stroke="var(--medal)" strokeWidth="2.2" />
    </>
  ),
  rewarded: shape('m24 10.5 4.1 8.7 9.4 1.2-6.9 6.6 1.8 9.4L24 31.8l-8.4 4.6 1.8-9.4-6.9-6.6 9.4-1.2Z'),
  coffee: (
    <>
      {shape('M12.5 20.5h18v8a7.5 7.5 0 0 1-7.5 7.5h-3a7.5 7.5 0 0 1-7.5-7.5Z')}
      {line('M30.5 22.5h2.5a3.5 3.5 0 0 1 0 7.5h-3M18.5 11.5v4M25 11.5v4')}
    </>
  ),
  novelist: (
    <>
      {shape('M36 11C24.5 11.5 16.5 18 15.5 29.5c8 .8 13.8-2.7 16-8.5l-4.5.5 6-3.5c1.3-2.2 2.4-4.6 3-7Z')}
      {line('M12.5 36.5c2.5-6 6.5-10.5 11-13.5')}
    </>
  ),
  tagger: (
    <>
      {shape('M12.5 12.5h11.5l12.5 12.5-11.5 11.5-12.5-12.5Z')}
      <circle cx="18.5" cy="18.5" r="2.4" fill="var(--medal)" />
    </>
  ),
  express: line('M13.5 14.5 23 24l-9.5 9.5M25.5 14.5 35 24l-9.5 9.5'),
  'hard-working': (
    <>
      {shape('m19 11.5 12.5 12.5-4.5 4.5-3.2-3.2-2.3.2-5.7-5.7 3.2-3.2Z')}
      {line('M23 23.5 13 35')}
    </>
  ),
  chatty: (
    <>
      {shape('M11 15a3.5 3.5 0 0 1 3.5-3.5h12A3.5 3.5 0 0 1 30 15v6a3.5 3.5 0 0 1-3.5 3.5H19l-5 4v-4.2A3.5 3.5 0 0 1 11 21Z')}
      {line('M33.5 20.5a3 3 0 0 1 3 3v5.5a3 3 0 0 1-3 3v4l-5-4h-6')}
    </>
  ),
  cleaner: (
    <>
      {line('M34.5 11.5 24.5 23')}
      {shape('m20.5 19.5 8 7.5c-1 5.5-4.5 9.5-10.5 10.5-2.5-1-5-3-7-6 4.5-1.5 7.5-5.5 9.5-12Z')}
    </>
  ),
  talkative: shape('M16 11.5c-2.5.8-4.5 3-4.5 5.5C11.5 27.5 20.5 36.5 31 36.5c2.5 0 4.7-2 5.5-4.5.3-1 0-2-1-2.6l-4.8-2.9c-.9-.5-2-.4-2.7.3l-2.2 2.2c-2.9-1.5-5.3-3.9-6.8-6.8l2.2-2.2c.7-.7.8-1.8.3-2.7l-2.9-4.8c-.6-1-1.6-1.3-2.6-1Z'),
  heart: shape('M24 36.5C14.5 30 10.5 25 10.5 19.7c0-4 3-7 6.7-7 2.9 0 5.3 1.6 6.8 4.2 1.5-2.6 3.9-4.2 6.8-4.2 3.7 0 6.7 3 6.7 7 0 5.3-4 10.3-13.5 16.8Z'),
  crown: shape('M11 17.5 17.8 23 24 12.5 30.2 23 37 17.5 34.5 32.5h-21ZM13.5 34.5h21v2.5h-21Z'),
  shield: (
    <>
      {shape('M24 10.5 35.5 14v9c0 7-4.7 12-11.5 14.5C17.2 35 12.5 30 12.5 23v-9Z')}
      <path d="m18.5 23.5 4 4 7.5-8" fill="none" stroke="var(--medal)" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  flame: shape('M25.5 9.5c.8 5.5 8.5 8.2 8.5 17 0 6.2-4.4 10.7-10 10.7s-10-4.3-10-10.2c0-4.5 2.5-7.5 4.7-9.8.6 2 1.5 3.3 3 4.3-.3-4.7.9-9.2 3.8-12Z'),
  mountain: (
    <>
      {shape('M9.5 35.5 19.5 18l5 8 3.5-5 10.5 14.5Z')}
      <circle cx="32.5" cy="14.5" r="3.5" fill="currentColor" />
    </>
  ),
  diamond: (
    <>
      {shape('M16.5 12.5h15l6.5 8.5L24 37 10 21Z')}
      <path d="M11.5 21h25M19 21l5 13.5L29 21l-3-8m-4 0-3 8" fill="none" stroke="var(--medal)" strokeWidth="1.8" strokeLinejoin="round" />
    </>
  ),
  rocket: (
    <>
      {shape('M35.5 12.5c-8-1-14.5 2.5-18.5 9l-5 1.5 4 3.5 5.5 5.5 3.5 4 1.5-5c6.5-4 10-10.5 9-18.5ZM13.5 30.5c-2 1.2-2.7 4-2.5 6.5 2.5.2 5.3-.5 6.5-2.5Z')}
      <circle cx="28.5" cy="19.5" r="2.7" fill="var(--medal)" />
    </>
  ),
  sun: (
    <>
      <circle cx="24" cy="24" r="6.5" fill="currentColor" />
      {line('M24 10.5v2.5m0 22v2.5M10.5 24h2.5m22 0h2.5M14.5 14.5l1.8 1.8m15.4 15.4 1.8 1.8m0-19-1.8 1.8M16.3 31.7l-1.8 1.8')}
    </>
  ),
  own: (
    <>
      {line('M18 27.5 15.5 37l8.5-4 8.5 4L30 27.5')}
      <circle cx="24" cy="20" r="8.5" fill="currentColor" />
    </>
  ),
};

/** What an own badge may be drawn with. */
export const PICTURE_NAMES = Object.keys(PICTURES);

/** Four different leaves, as grown ones are, with light in the creases and a drop of dew. */
function FourLeaves() {
  return (
    <g transform="translate(24 23)">
      <path d="M.5 2c.5 6 2.6 10.5 6.5 14" fill="none" stroke="var(--clover-stem)" strokeWidth="2.8" strokeLinecap="round" />
      {[
        [45, 1],
        [135, 0.92],
        [225, 0.96],
        [315, 1.040],
      ].map(([turn, size]) => (
        <g key={turn} transform={`rotate(${String(turn)}) scale(${String(size)})`}>
          <path d={HEART} fill="var(--clover-leaf)" />
          <path d="M-4.6-10.2C-3-8.2-1.4-6.4 0-3.6 1.4-6.4 3-8.2 4.6-10.2" fill="none" stroke="var(--clover-light)" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" />
        </g>
      ))}
      <circle cx="8.2" cy="-10.5" r="1.7" fill="var(--clover-dew)" />
    </g>
  );
}

/** The medal of a badge: its colour tells whether it is good to have, its middle which it is; or its own picture. */
export function BadgePicture({ picture, url, polarity, size = 24 }: { picture: string; url?: string | null; polarity: string; size?: number }) {
  if (url) return <img src={url} alt="" width={size} height={size} className={classes.own} />;
  const lucky = picture === 'four-leaf-clover';
  return (
    <svg viewBox="0 0 48 48" width={size} height={size} className={classes.medal} data-polarity={lucky ? 'lucky' : polarity} aria-hidden="true" focusable="false">
      <path d="M24 1.5c3 0 4.8 2.6 7.5 3.7s5.9.5 8 2.6 1.5 5.3 2.6 8 3.7 5.2 3.7 8.2-2.6 5.5-3.7 8.2-.5 5.9-2.6 8-5.3 1.5-8 2.6-4.5 3.7-7.5 3.7-4.8-2.6-7.5-3.7-5.9-.5-8-2.6-1.5-5.3-2.6-8S2.2 27 2.2 24s2.6-5.5 3.7-8.2.5-5.9 2.6-8 5.3-1.5 8-2.6S21 1.5 24 1.5Z" fill="var(--medal)" />
      {lucky ? <FourLeaves /> : (PICTURES[picture] ?? PICTURES.own)}
    </svg>
  );
}
