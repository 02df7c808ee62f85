import type { TFunction } from 'i18next';
import type { Problem } from '@/api/problem';

/** What an agent can do about a problem. The server's own words where they help, never an exception's. */
/** Refusals an agent meets, said in their own language; the server says the others in English. */
const KNOWN = [
  'wrong_setup_code',
  'already_set_up',
  'name_taken',
  'email_taken',
  'last_owner',
  'owner_needed',
  'permission_missing',
  'agent_inactive',
  'not_yours',
  'wrong_code',
  'wrong_passkey',
  'sign_in_step_over',
  'sso_only',
  'role_exceeds_yours',
  'role_in_use',
  'merged',
  'view_broken',
  'not_a_picture',
  'link_over',
] as const;

export function explain(problem: Problem, t: TFunction): string {
  const known = KNOWN.find((slug) => slug === problem.code.replaceAll('-', '_'));
  if (known) return t(`refused.${known}`);
  if (problem.offline) return t('failed.offline');
  if (problem.status === 403) return problem.message || t('failed.forbidden');
  if (problem.status === 404) return t('failed.not_found');
  if (problem.status === 412) return t('failed.stale');
  if (problem.status === 413) return t('failed.too_big');
  if (problem.status === 429) return t('failed.throttled');
  if (problem.status >= 500 || problem.status < 0) return t('failed.server');
  const fields = problem.errors.map((e) => e.message).join(' ');
  return fields || problem.message || t('failed.server');
}
