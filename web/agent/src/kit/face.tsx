import { useState } from 'react';
import classes from './face.module.css';

const TINTS = 6;

/** One or two letters that stand for a person: first and last initial, or the first sign of a Chinese name. */
export function initials(name: string): string {
  const words = name.trim().split(/[\s.@_-]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = [...(words[0] ?? '?')][0] ?? '?';
  if (/\p{Script=Han}/u.test(first)) return first;
  const last = words.length > 1 ? ([...(words[words.length - 1] ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

function tintOf(name: string) {
  let sum = 0;
  for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return sum % TINTS;
}

/** A person's round mark. Always beside or labelled with the name, so hidden from screen readers. */
export function Face({ name, size = 24, picture }: { name: string; size?: number; picture?: string | null }) {
  const [missing, setMissing] = useState<string>();
  if (picture && picture !== missing) {
    return <img className={classes.picture} src={picture} alt="" width={size} height={size} draggable={false} onError={() => { setMissing(picture); }} />;
  }
  return (
    <span
      className={classes.face}
      data-tint={tintOf(name)}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.42) }}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  );
}

export function Nobody({ size = 24 }: { size?: number }) {
  return <span className={classes.nobody} style={{ width: size, height: size }} aria-hidden="true" />;
}
