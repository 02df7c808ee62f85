const two = (number: number) => String(number).padStart(2, '0');

const dateOf = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** Where the browser is; the server checks against the workspace's days. */
export const today = () => dateOf(new Date());

export function inDays(days: number): string {
  const at = new Date();
  at.setDate(at.getDate() + days);
  return dateOf(at);
}

export function daysBefore(instant: string, days: number): string {
  const at = new Date(instant);
  at.setDate(at.getDate() - days);
  return dateOf(at);
}
