/** Languages one is likely to answer in, by their codes; any other can be typed. */
const CODES =
  'en lt el zh ar bg bn cs da de es et fa fi fr ga he hi hr hu id it ja ko lv ms mt nl no pl pt ro ru sk sl sq sr sv th tr uk vi'.split(' ');

/** A language by its code, in the reader's own. */
export function tongueName(code: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** All there is to choose from, what is chosen already among them. */
export function tongueChoices(chosen: readonly string[], reader: string) {
  return [...new Set([...CODES, ...chosen])].map((value) => ({ value, label: tongueName(value, reader) }));
}
