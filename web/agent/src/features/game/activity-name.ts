import type { TFunction } from 'i18next';

const KINDS = {
  'ticket.created': 'ticket_created',
  'ticket.transferred': 'ticket_transferred',
  'ticket.resolved': 'ticket_resolved',
  'ticket.reopened': 'ticket_reopened',
  'ticket.deleted': 'ticket_deleted',
  'ticket.tagged': 'ticket_tagged',
  'ticket.viewed': 'ticket_viewed',
  'ticket.merged': 'ticket_merged',
  'ticket.spam': 'ticket_spam',
  'message.received': 'message_received',
  'message.sent': 'message_sent',
  'note.added': 'note_added',
  'rating.given': 'rating_given',
  'rating.invalidated': 'rating_invalidated',
  'survey.answered': 'survey_answered',
  'sla.met': 'sla_met',
  'sla.missed': 'sla_missed',
  'chat.accepted': 'chat_accepted',
  'chat.missed': 'chat_missed',
  'chat.ended': 'chat_ended',
  'call.answered': 'call_answered',
  'call.missed': 'call_missed',
  'call.ended': 'call_ended',
  'presence.changed': 'presence_changed',
  'points.given': 'points_given',
  'badge.awarded': 'badge_awarded',
} as const;

const isKnown = (kind: string): kind is keyof typeof KINDS => kind in KINDS;

/** What an activity is called; one that is new here, by its own name. */
export function activityName(kind: string, t: TFunction): string {
  return isKnown(kind) ? t(`game.act_${KINDS[kind]}`) : kind;
}
