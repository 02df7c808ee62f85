package org.fourleaf.metrics;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One turn in a case's life, with the agent and department it left the case with. Ordered by its moment, then by its place in the log. */
record CaseEvent(Kind kind, long atMicros, long seq, UUID agent, UUID department, int channel) {

    /** Codes are stored: never change one. */
    enum Kind {
        CREATED(1),
        RESOLVED(2),
        REOPENED(3),
        DELETED(4),
        SPAM(5),
        RESTORED(6),
        MERGED(7),
        UNMERGED(8),
        TRANSFERRED(9),
        /** A transfer from one agent to another. */
        HANDED_ON(10),
        ASSIGNED(11),
        PROMISE_MISSED(12);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Kind ofCode(int code) {
            return values()[code - 1];
        }
    }

    static final Comparator<CaseEvent> IN_ORDER =
            Comparator.comparingLong(CaseEvent::atMicros).thenComparingLong(CaseEvent::seq);

    /** None for what turns nothing. */
    static @Nullable CaseEvent of(Recorded line) {
        Kind kind = switch (line.kind()) {
            case TICKET_CREATED -> Kind.CREATED;
            case TICKET_RESOLVED -> Kind.RESOLVED;
            case TICKET_REOPENED -> Kind.REOPENED;
            case TICKET_DELETED -> Kind.DELETED;
            case TICKET_SPAM -> Kind.SPAM;
            case TICKET_RESTORED -> Kind.RESTORED;
            case TICKET_MERGED -> Kind.MERGED;
            case TICKET_UNMERGED -> Kind.UNMERGED;
            case TICKET_TRANSFERRED -> isHandedOn(line) ? Kind.HANDED_ON : Kind.TRANSFERRED;
            case TICKET_ASSIGNED -> Kind.ASSIGNED;
            case SLA_MISSED -> Kind.PROMISE_MISSED;
            default -> null;
        };
        if (kind == null) {
            return null;
        }
        boolean moved = kind == Kind.TRANSFERRED || kind == Kind.HANDED_ON;
        UUID agent = moved ? id(line, "to_agent") : line.agent();
        UUID department = moved ? id(line, "to_department") : line.department();
        return new CaseEvent(
                kind,
                micros(line.at()),
                line.seq(),
                agent == null ? Cell.NOBODY : agent,
                department == null ? Cell.NOBODY : department,
                line.channel() == null ? 0 : line.channel());
    }

    Cell cell() {
        return new Cell(Cell.quarter(at()), agent, department, channel);
    }

    Instant at() {
        return instant(atMicros);
    }

    static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    private static boolean isHandedOn(Recorded line) {
        UUID from = id(line, "from_agent");
        UUID to = id(line, "to_agent");
        return from != null && to != null && !from.equals(to);
    }

    private static @Nullable UUID id(Recorded line, String fact) {
        JsonNode value = line.facts().get(fact);
        return value == null || value.isNull() ? null : UUID.fromString(value.asString());
    }
}
