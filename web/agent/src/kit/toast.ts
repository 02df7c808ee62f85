import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { asProblem } from '@/api/problem';
import { explain } from './explain';

const SHORT_MS = 3_000;
const LONG_MS = 8_000;

/** A short word that something is done; one per subject, the newer replaces the older. */
export function told(message: string, id?: string) {
  if (id) notifications.hide(id);
  notifications.show({ id, message, autoClose: SHORT_MS, withCloseButton: false });
}

export function failed(error: unknown) {
  const problem = asProblem(error);
  if (problem.status === 401) return;
  notifications.show({
    id: `failed-${problem.code}`,
    color: 'red',
    title: i18next.t(problem.offline ? 'failed.offline_title' : 'failed.title'),
    message: explain(problem, i18next.t),
    autoClose: LONG_MS,
  });
}
