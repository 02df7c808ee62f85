/** Prints the open ticket: its subject, people and thread, with or without what is for colleagues only. */
export function printTicket(notes: boolean) {
  const root = document.documentElement;
  root.toggleAttribute('data-print-outside', !notes);
  window.print();
  root.removeAttribute('data-print-outside');
}
