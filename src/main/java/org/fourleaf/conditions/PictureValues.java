package org.fourleaf.conditions;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fourleaf.platform.Texts;
import org.fourleaf.tickets.Ticket;
import org.jspecify.annotations.Nullable;

/** What a ticket has where a test looked, as texts for whoever wonders why it did not fit: ids, names of choices, instants. */
final class PictureValues {

    /** A body may be long; its beginning tells enough. */
    private static final int SHOWN_LENGTH_MAX = 200;

    private PictureValues() {}

    static List<String> of(TicketPicture picture, Condition.Test test, Surroundings moment) {
        List<String> values = test.field().momentary()
                ? moment.texts(test.field(), test.key())
                : all(picture, test)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList();
        return values.stream()
                .limit(Condition.VALUES_MAX)
                .map(value -> value.length() > SHOWN_LENGTH_MAX ? Texts.cut(value, SHOWN_LENGTH_MAX) + "…" : value)
                .toList();
    }

    private static Stream<? extends @Nullable Object> all(TicketPicture picture, Condition.Test test) {
        Ticket ticket = picture.ticket();
        return switch (test.field()) {
            case TAG -> picture.tags().stream();
            case CUSTOMER_GROUP -> picture.groups().stream();
            case SOURCE ->
                Stream.of(
                        ticket.channel().json(),
                        ticket.mailbox() == null ? null : ticket.mailbox().toString());
            case CUSTOM -> picture.fields().getOrDefault(String.valueOf(test.key()), List.of()).stream();
            default -> Stream.of(one(picture, ticket, test));
        };
    }

    private static @Nullable Object one(TicketPicture picture, Ticket ticket, Condition.Test test) {
        return switch (test.field()) {
            case STATUS -> ticket.status().json();
            case SUB_STATUS -> picture.subStatus();
            case PRIORITY -> ticket.priority().json();
            case CHANNEL -> ticket.channel().json();
            case DEPARTMENT -> ticket.department();
            case ASSIGNEE -> ticket.assignee();
            case CUSTOMER -> ticket.customer();
            case COMPANY -> ticket.company();
            case TYPE -> ticket.type();
            case DISPOSITION -> ticket.disposition();
            case SUBJECT -> ticket.subject();
            case CREATED -> ticket.createdAt();
            case CHANGED -> picture.changedAt();
            case LAST_MESSAGE -> ticket.lastMessageAt();
            case STATUS_SINCE -> ticket.statusSince();
            case DUE -> ticket.dueAt();
            case POSTPONED_UNTIL -> ticket.postponedUntil();
            case RESOLVED -> ticket.resolvedAt();
            case NEEDS_ANSWER -> ticket.status().isWaiting();
            case ANSWERED -> ticket.firstAnsweredAt() != null;
            case LINKED -> ticket.linkedFrom() != null;
            case ATTACHMENTS -> ticket.hasAttachments();
            default -> null;
        };
    }
}
