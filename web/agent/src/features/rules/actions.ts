import type { RuleAction } from '@/api/types';

type Kind = RuleAction['type'];
const HOUR_S = 3_600;

/** An action as it starts when its kind was just chosen. */
export function freshAction(type: Kind): RuleAction {
  const empty = { type } as RuleAction;
  switch (type) {
    case 'transfer':
      return { ...empty, assign: 'keep' };
    case 'assign':
      return { ...empty, assign: 'least_busy' };
    case 'set_priority':
      return { ...empty, priority: 'high' };
    case 'postpone':
      return { ...empty, seconds: 24 * HOUR_S };
    case 'merge_into':
      return { ...empty, ticket: 'linked' };
    case 'notify':
    case 'award_badge':
      return { ...empty, agents: ['assignee'] };
    case 'award_points':
      return { ...empty, agents: ['assignee'], points: 5 };
    case 'send_answer':
      return { ...empty, keep_status: true };
    default:
      return empty;
  }
}

const hasText = (html: string | null | undefined) => Boolean(html?.replace(/<[^>]*>/g, '').trim());

/** Whether nothing is left to fill in; the server looks closer. */
export function isWhole(action: RuleAction): boolean {
  switch (action.type) {
    case 'transfer':
      return Boolean(action.department) || (Boolean(action.assign) && action.assign !== 'keep');
    case 'assign':
      return Boolean(action.assign);
    case 'add_tags':
    case 'remove_tags':
      return Boolean(action.tags?.length);
    case 'set_fields':
      return Object.keys(action.fields ?? {}).length > 0;
    case 'set_sla_level':
      return Boolean(action.sla_level);
    case 'change_subject':
      return Boolean(action.subject?.trim());
    case 'add_note':
      return hasText(action.html);
    case 'send_answer':
      return Boolean(action.predefined_answer) || hasText(action.html);
    case 'send_mail':
      return Boolean(action.to?.length) && hasText(action.html);
    case 'forward':
    case 'add_participant':
      return Boolean(action.to?.length);
    case 'notify':
      return Boolean(action.agents?.length) || Boolean(action.department);
    case 'award_points':
      return Boolean(action.points && action.points > 0) && Boolean(action.agents?.length);
    case 'award_badge':
      return Boolean(action.badge) && Boolean(action.agents?.length);
    case 'postpone':
      return Boolean(action.seconds && action.seconds > 0);
    case 'merge_into':
      return Boolean(action.ticket);
    case 'http_request':
      return Boolean(action.webhook);
    case 'post_message':
      return Boolean(action.webhook) && Boolean(action.text?.trim());
    case 'run_rule':
      return Boolean(action.rule);
    default:
      return true;
  }
}
