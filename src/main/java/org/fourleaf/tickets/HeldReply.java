package org.fourleaf.tickets;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer written but not sent yet.
 *
 * @param heldAt when it was written, or last looked at by the one who rescheduled it
 * @param status where the ticket goes with it; none for where an answer leads by itself
 * @param disposition how the case ended, with the status resolved
 */
record HeldReply(
        UUID message,
        State state,
        Instant heldAt,
        Instant dueAt,
        @Nullable TicketStatus status,
        @Nullable String disposition,
        @Nullable Reason reason) {

    /** Codes are stored. */
    enum State {
        /** For the seconds in which it can be taken back. */
        UNDOABLE(1),
        SCHEDULED(2),
        /** Not sent, because something happened meanwhile; an agent decides. */
        STOPPED(3);

        private final int code;

        State(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static State ofCode(int code) {
            return values()[code - 1];
        }
    }

    /** What happened meanwhile. Names are stored. */
    public enum Reason {
        CUSTOMER_WROTE,
        TICKET_RESOLVED,
        TICKET_OUT;

        @com.fasterxml.jackson.annotation.JsonValue
        public String json() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Why it must not go out by itself any more. In the few seconds of undo only a deleted ticket stops it: its writer has seen all else.
     *
     * @param customerWrote whether the customer wrote since it was written
     */
    @Nullable
    Reason hindrance(Ticket ticket, boolean customerWrote, boolean aside) {
        if (ticket.status().isOut()) {
            return Reason.TICKET_OUT;
        }
        if (state == State.UNDOABLE || aside) {
            return null;
        }
        if (customerWrote) {
            return Reason.CUSTOMER_WROTE;
        }
        return ticket.status() == TicketStatus.RESOLVED ? Reason.TICKET_RESOLVED : null;
    }
}
