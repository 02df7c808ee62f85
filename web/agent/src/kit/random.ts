/** A key nobody else has. By hand, since randomUUID is missing where the desk is opened over plain http. */
export function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
