package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's service level, how it came by it, and how it stands to it.
 *
 * @param origin none exactly when there is no level and nobody took one away by hand
 */
public record TicketSla(@Nullable UUID level, Origin origin, DueStanding standing) {

    /** How a ticket got its level, or lost it. Only what came from a department follows it. Codes are stored: never change one. */
    public enum Origin {
        NONE(0),
        RULE(1),
        DEPARTMENT(2),
        HAND(3),
        AUTOMATION(4);

        private final int code;

        Origin(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Origin ofCode(int code) {
            return values()[code];
        }

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether another department brings another level. */
        boolean followsDepartment() {
            return this == NONE || this == DEPARTMENT;
        }
    }

    public static final TicketSla NONE = new TicketSla(null, Origin.NONE, DueStanding.NONE);

    static TicketSla of(Row row) throws SQLException {
        return new TicketSla(
                row.uuidOrNull("sla_level_id"),
                Origin.ofCode(row.number("sla_origin")),
                DueStanding.ofCode(row.number("sla_standing")));
    }

    public TicketSla with(@Nullable UUID to, Origin by) {
        return new TicketSla(to, by, standing);
    }

    TicketSla standing(DueStanding now) {
        return new TicketSla(level, origin, now);
    }

    boolean isSameLevel(TicketSla other) {
        return Objects.equals(level, other.level) && origin == other.origin;
    }
}
