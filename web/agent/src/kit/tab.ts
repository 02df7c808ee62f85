import { randomKey } from './random';

/** One name for this window, as long as it lives; as an id the server takes. */
export const TAB = randomKey().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
