package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands. Codes are stored and part of partial indexes: never change one.
 *
 * <p>New: nobody has answered yet. Open: the customer waits again. Answered: the customer's turn. Pending: we wait for someone else.
 * Postponed: asleep until a time. Chatting, calling: live now. Resolved: done. Spam, deleted: out of the way.
 */
public enum TicketStatus {
    NEW(1),
    OPEN(2),
    CHATTING(3),
    CALLING(4),
    ANSWERED(5),
    PENDING(6),
    POSTPONED(7),
    RESOLVED(8),
    SPAM(9),
    DELETED(10);

    /** What lists show when nobody asks for a status. */
    public static final Set<TicketStatus> LISTED =
            Set.copyOf(EnumSet.of(NEW, OPEN, CHATTING, CALLING, ANSWERED, PENDING, POSTPONED, RESOLVED));

    private final int code;

    TicketStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static TicketStatus ofCode(int code) {
        return values()[code - 1];
    }

    /** By its name outside, such as {@code answered}; none when there is no such status. */
    public static @Nullable TicketStatus named(String name) {
        for (TicketStatus status : values()) {
            if (status.json().equals(name)) {
                return status;
            }
        }
        return null;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The customer waits for us. */
    public boolean isWaiting() {
        return this == NEW || this == OPEN;
    }

    public boolean isAsleep() {
        return this == PENDING || this == POSTPONED;
    }

    public boolean isOut() {
        return this == SPAM || this == DELETED;
    }

    boolean isLive() {
        return this == CHATTING || this == CALLING;
    }
}
