package org.fourleaf.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.fourleaf.conditions.TicketPicture;
import org.fourleaf.tickets.Ticket;
import org.jspecify.annotations.Nullable;

/** What a time rule measures. Codes are stored. */
public enum TimeBasis {
    /** Since it came. */
    OLDER_THAN(1),
    /** Since anything of it changed. */
    UNCHANGED_FOR(2),
    /** Due at the latest in so long, while the customer waits. */
    DUE_WITHIN(3),
    /** Past its due time for so long, while the customer waits. */
    OVERDUE_BY(4),
    /** Since it came into its status. */
    IN_STATUS_FOR(5);

    private final int code;

    TimeBasis(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static TimeBasis ofCode(int code) {
        return values()[code - 1];
    }

    @JsonCreator
    static TimeBasis named(String name) {
        return Arrays.stream(values())
                .filter(basis -> basis.json().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such measure."));
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From when on it holds, as the ticket is now; none while it can't. */
    @Nullable
    Instant from(TicketPicture picture, long seconds) {
        Ticket ticket = picture.ticket();
        return switch (this) {
            case OLDER_THAN -> ticket.createdAt().plusSeconds(seconds);
            case UNCHANGED_FOR -> picture.changedAt().plusSeconds(seconds);
            case IN_STATUS_FOR -> ticket.statusSince().plusSeconds(seconds);
            case DUE_WITHIN -> ticket.status().isWaiting() ? ticket.dueAt().minusSeconds(seconds) : null;
            case OVERDUE_BY -> ticket.status().isWaiting() ? ticket.dueAt().plusSeconds(seconds) : null;
        };
    }
}
