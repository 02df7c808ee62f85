package org.fourleaf.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that had its life elsewhere, or before now, with all its messages.
 *
 * @param dueAt none for the usual week after creation
 * @param fieldsJson custom fields as a JSON object
 */
public record PastTicket(
        UUID id,
        String subject,
        TicketStatus status,
        Priority priority,
        String type,
        UUID department,
        @Nullable UUID assignee,
        UUID customer,
        @Nullable UUID company,
        Channel channel,
        Instant createdAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant dueAt,
        @Nullable Instant postponedUntil,
        @Nullable String disposition,
        String fieldsJson,
        Set<UUID> tags,
        List<PastMessage> messages) {

    /** One of its messages. @param files whose bytes are stored already */
    public record PastMessage(
            UUID id,
            MessageType type,
            Direction direction,
            Message.Author author,
            Instant at,
            Content content,
            List<Attachment> files,
            @Nullable DeliveryState delivery) {

        public PastMessage {
            files = List.copyOf(files);
        }

        Message of(UUID ticket) {
            List<UUID> attachments = files.stream().map(Attachment::id).toList();
            return new Message(
                    id,
                    ticket,
                    type,
                    direction,
                    author,
                    at,
                    content,
                    false,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    false,
                    attachments,
                    delivery);
        }

        boolean isSeenOutside() {
            return type != MessageType.NOTE;
        }
    }

    public PastTicket {
        tags = Set.copyOf(tags);
        messages = List.copyOf(messages);
    }

    Instant lastMessageAt() {
        return messages.stream()
                .filter(PastMessage::isSeenOutside)
                .map(PastMessage::at)
                .max(Instant::compareTo)
                .orElse(createdAt);
    }

    @Nullable
    Instant firstAnsweredAt() {
        return messages.stream()
                .filter(message -> message.type == MessageType.REPLY)
                .map(PastMessage::at)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** When it came into its status, as far as its messages tell. */
    Instant statusSince() {
        return switch (status) {
            case NEW -> createdAt;
            case RESOLVED -> resolvedAt == null ? lastMessageAt() : resolvedAt;
            case OPEN -> waitingSince();
            case ANSWERED, PENDING, POSTPONED, CHATTING, CALLING, SPAM, DELETED -> lastMessageAt();
        };
    }

    /** Since when the customer waits; nothing while it is nobody's turn here. */
    @Nullable
    Instant awaitsSince() {
        return status.isWaiting() ? waitingSince() : null;
    }

    /** The first message of the customer that nobody answered. */
    private Instant waitingSince() {
        Instant since = null;
        for (PastMessage message : messages) {
            if (message.type == MessageType.REPLY) {
                since = null;
            } else if (message.direction == Direction.IN && since == null) {
                since = message.at;
            }
        }
        return since == null ? lastMessageAt() : since;
    }

    Instant dueOrUsual() {
        return dueAt == null ? createdAt.plus(Ticket.ANSWER_TIME_DEFAULT) : dueAt;
    }

    String snippet() {
        String snippet = "";
        for (PastMessage message : messages) {
            if (message.isSeenOutside()) {
                snippet = message.of(id).snippet();
            }
        }
        return snippet;
    }

    int messageCount() {
        return (int) messages.stream().filter(PastMessage::isSeenOutside).count();
    }

    boolean hasAttachments() {
        return messages.stream().anyMatch(message -> !message.files.isEmpty());
    }
}
