package org.fourleaf.notifications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why somebody is told. Codes are stored. */
public enum NotificationKind {
    /** A colleague named me in a note. */
    MENTIONED(1),
    /** Somebody else gave me a ticket. */
    ASSIGNED(2),
    /** The customer wrote in a ticket of mine. */
    CUSTOMER_ANSWERED(3),
    /** An answer of mine could not be delivered. */
    NOT_DELIVERED(4),
    /** A ticket of mine woke up. */
    WOKE(5),
    /** A colleague left a note in a ticket of mine. */
    NOTED(6),
    /** Tickets of an agent who went are mine now. */
    INHERITED(7),
    /** A rule wants me to look at a ticket. */
    RULE_NOTICED(8),
    /** A rule can't run, or keeps failing. */
    RULE_BROKE(9),
    /** A customer rated an answer of mine. */
    RATED(10),
    /** More waits in a department I lead than its people clear in a day. */
    TEAM_OVERLOADED(11),
    /** A badge is mine. */
    BADGE_WON(12),
    /** A badge of mine went on to a colleague. */
    BADGE_LOST(13),
    /** I reached a level. */
    LEVEL_REACHED(14),
    /** A colleague thanked me. */
    KUDOS_RECEIVED(20),
    /** I completed a quest. */
    QUEST_COMPLETED(21),
    /** A quest I had completed no longer counts. */
    QUEST_UNDONE(24),
    /** Somebody bought something that I may approve or hand out. */
    ORDER_PLACED(22),
    /** Somebody approved, handed out, refused or refunded what I bought. */
    ORDER_CHANGED(23),
    /** A contest I take part in has begun. */
    CONTEST_OPENED(31),
    /** I won a prize in a contest. */
    CONTEST_WON(32),
    /** A colleague commented on what I am praised for on the wall. */
    WALL_COMMENTED(33),
    /** Who leads me wrote to me. */
    COACHED(41),
    /** Who I wrote with answered. */
    COACHING_ANSWERED(42),
    /** Who leads me set a goal of mine. */
    GOAL_SET(43),
    /** Who leads me praised me for all to read. */
    PRAISED(44);

    private static final Map<Integer, NotificationKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(NotificationKind::code, Function.identity()));

    private final int code;

    NotificationKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static NotificationKind ofCode(int code) {
        return Objects.requireNonNull(BY_CODE.get(code));
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
