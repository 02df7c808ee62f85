package org.fourleaf.dossiers;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.tickets.Direction;
import org.fourleaf.tickets.MessageType;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened with a customer.
 *
 * @param kind {@code message}, {@code ticket.created}, {@code ticket.resolved}, or what was done to the customer, such as
 *     {@code customer.merged}
 * @param by who did it to the customer, by name; none for tickets and messages, and for the desk itself
 */
record TimelineEntry(
        Instant at,
        String kind,
        @Nullable OfTicket ticket,
        @Nullable OfMessage message,
        @Nullable String by) {

    record OfTicket(String code, String subject, TicketStatus status) {}

    /** @param text how it begins */
    record OfMessage(UUID id, MessageType type, Direction direction, String author, String text) {}
}
