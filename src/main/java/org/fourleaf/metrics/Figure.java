package org.fourleaf.metrics;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is counted: a column of the figures, named like its constant. Those after {@link #ONLINE_SECONDS} have no column; they are
 * reckoned when asked for. Seconds and lengths are sums; all others are counts.
 */
public enum Figure {
    CREATED,
    RESOLVED,
    REOPENED,
    DELETED,
    TRANSFERRED,
    TAGGED,
    FIRST_ASSIGNS,
    FIRST_ASSIGN_SECONDS(true),
    RESOLUTIONS,
    RESOLUTION_SECONDS(true),
    VIEW_SECONDS(true),
    SAVED,
    LOST,
    RECEIVED,
    SENT,
    SENT_LENGTH(true),
    NOTES,
    FIRST_ANSWERS,
    FIRST_ANSWER_SECONDS(true),
    NEXT_ANSWERS,
    NEXT_ANSWER_SECONDS(true),
    FIRST_BUSINESS_ANSWERS,
    FIRST_BUSINESS_SECONDS(true),
    NEXT_BUSINESS_ANSWERS,
    NEXT_BUSINESS_SECONDS(true),
    /** Received cases, less merged and spam. */
    CASES,
    /** Of the cases received then, those resolved by now. */
    CASES_RESOLVED_SINCE,
    /** Of the cases received then, those resolved after one contact and never handed between agents; reopened ones too. */
    FIRST_CONTACT,
    /** Resolve actions of cases that are neither merged nor spam; a case resolved twice is here twice, see {@link #RESOLVED_AGAIN}. */
    CASE_RESOLVES,
    /** By how many the open cases grew. */
    BACKLOG,
    /** By how many the open cases that missed a promise grew. */
    OVERDUE,
    SLA_MET,
    SLA_MISSED,
    REWARDS,
    NEUTRALS,
    REBUKES,
    SURVEYS_SENT,
    SURVEYS_ANSWERED,
    CSATS,
    CSATS_GOOD,
    CSAT_POINTS,
    NPSES,
    PROMOTERS,
    DETRACTORS,
    CESES,
    CES_POINTS,
    SALES,
    SALE_QUANTITY(true),
    CHATS_STARTED,
    CHATS_OFFERED,
    CHATS_ACCEPTED,
    CHAT_PICKUPS,
    CHAT_PICKUP_SECONDS(true),
    CHAT_WAIT_SECONDS(true),
    CHATS_MISSED,
    CHATS_ABANDONED,
    CHATS_ENDED,
    CHAT_SECONDS(true),
    CHAT_MESSAGES(true),
    CHAT_AGENT_MESSAGES(true),
    CALLS_IN,
    CALLS_OUT,
    CALLS_OFFERED,
    CALLS_ANSWERED,
    CALL_PICKUPS,
    CALL_PICKUP_SECONDS(true),
    CALL_WAIT_SECONDS(true),
    CALLS_MISSED,
    CALLS_ABANDONED,
    CALLS_ENDED,
    TALK_SECONDS(true),
    HOLD_SECONDS(true),
    WRAP_SECONDS(true),

    ONLINE_SECONDS(true),
    PAUSED_SECONDS(true),
    /** What to take from {@link #CASE_RESOLVES} so that each case counts once in the period. */
    RESOLVED_AGAIN,
    /** Of {@link #FIRST_CONTACT}, those reopened within the window. */
    FIRST_CONTACT_REOPENED,
    CALLS_ANSWERED_IN_TIME,
    CALLS_ABANDONED_IN_TIME,
    CALLS_ABANDONED_SHORT,
    CHATS_ACCEPTED_IN_TIME,
    CHATS_ABANDONED_IN_TIME,
    CHATS_ABANDONED_SHORT,
    FIRST_ANSWERS_IN_TIME,
    /** Customers of the period, each once. */
    CUSTOMERS,
    /** Of them, those who had been customers before it. */
    CUSTOMERS_KEPT;

    private static final Set<Figure> STORED = EnumSet.range(CREATED, WRAP_SECONDS);

    private final boolean large;

    Figure() {
        this(false);
    }

    Figure(boolean large) {
        this.large = large;
    }

    static int storedCount() {
        return STORED.size();
    }

    /** Its place in an array of all figures, which lives no longer than a request. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }

    boolean isStored() {
        return STORED.contains(this);
    }

    /** A sum that may be larger than a count ever is. */
    boolean isLarge() {
        return large;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
