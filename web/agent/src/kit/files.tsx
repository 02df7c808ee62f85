import { IconFile, IconFileTypePdf, IconFileZip, IconMail, IconPhoto, type Icon } from '@tabler/icons-react';
import { createElement } from 'react';

const KILO = 1024;
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

export function sizeText(bytes: number, language: string) {
  let size = bytes;
  let unit = 0;
  while (size >= KILO && unit < UNITS.length - 1) {
    size /= KILO;
    unit++;
  }
  return new Intl.NumberFormat(language, { style: 'unit', unit: UNITS[unit], unitDisplay: 'narrow', maximumFractionDigits: size < 10 && unit > 0 ? 1 : 0 }).format(size);
}

/** Formats a browser draws by itself and the server lets be shown in place. */
export const isPicture = (type: string) => /^image\/(png|jpe?g|gif|webp|avif|bmp)$/i.test(type);

function iconOf(type: string): Icon {
  if (type.startsWith('image/')) return IconPhoto;
  if (type === 'application/pdf') return IconFileTypePdf;
  if (/zip|compressed|tar/.test(type)) return IconFileZip;
  if (type === 'message/rfc822') return IconMail;
  return IconFile;
}

/** What kind of file it is, at a glance. */
export function FileIcon({ type, size }: { type: string; size: number }) {
  return createElement(iconOf(type), { size, stroke: 1.6, 'aria-hidden': true });
}
