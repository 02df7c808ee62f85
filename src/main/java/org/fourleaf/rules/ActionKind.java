package org.fourleaf.rules;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a rule can do. Stored by name. */
public enum ActionKind {
    /** To a department, to somebody, or both. */
    TRANSFER,
    ASSIGN,
    ADD_TAGS,
    REMOVE_TAGS,
    SET_FIELDS,
    SET_PRIORITY,
    SET_SLA_LEVEL,
    CHANGE_SUBJECT,
    ADD_NOTE,
    /** To the customer. */
    SEND_ANSWER,
    /** To anybody, about the ticket; the customer knows nothing of it. */
    SEND_MAIL,
    /** What the customer wrote, to a third party. */
    FORWARD,
    NOTIFY,
    POSTPONE,
    PENDING,
    RESOLVE,
    REOPEN,
    SPAM,
    DELETE,
    MERGE_INTO,
    ADD_PARTICIPANT,
    /** To whoever owns the ticket, or to agents by name. */
    AWARD_POINTS,
    /** One that is earned. */
    AWARD_BADGE,
    /** A signed call of a webhook, with the ticket. */
    HTTP_REQUEST,
    /** A few words into a chat such as Slack or Teams. */
    POST_MESSAGE,
    /** Its actions, whatever its conditions. */
    RUN_RULE,
    /** No rule after this one is asked. */
    STOP;

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
