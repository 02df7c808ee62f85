package org.fourleaf.conditions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.tickets.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * One ticket with all that a condition may ask of it. Says the same as the database would.
 *
 * @param subStatus the one it is in, if any
 * @param fields the workspace's own fields as texts, several where a field holds several
 */
public record TicketPicture(Ticket ticket, @Nullable UUID subStatus, Set<UUID> tags, Map<String, List<String>> fields) {

    public TicketPicture {
        tags = Set.copyOf(tags);
        fields = Map.copyOf(fields);
    }

    public boolean fits(Condition condition, Viewer viewer) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.stream().allMatch(part -> fits(part, viewer));
            case Condition.Any(List<Condition> parts) -> parts.stream().anyMatch(part -> fits(part, viewer));
            case Condition.Test test -> test(test, viewer);
        };
    }

    private boolean test(Condition.Test test, Viewer viewer) {
        return switch (test.field()) {
            case STATUS -> word(test, ticket.status().json());
            case SUB_STATUS -> id(test, viewer, subStatus);
            case PRIORITY -> word(test, ticket.priority().json());
            case CHANNEL -> word(test, ticket.channel().json());
            case TYPE -> word(test, ticket.type());
            case DISPOSITION -> word(test, ticket.disposition());
            case DEPARTMENT -> id(test, viewer, ticket.department());
            case ASSIGNEE -> id(test, viewer, ticket.assignee());
            case CUSTOMER -> id(test, viewer, ticket.customer());
            case COMPANY -> id(test, viewer, ticket.company());
            case TAG -> tag(test, viewer);
            case SUBJECT -> contains(test, List.of(ticket.subject())) == (test.operator() == Operator.CONTAINS);
            case CREATED -> time(test, viewer, ticket.createdAt());
            case LAST_MESSAGE -> time(test, viewer, ticket.lastMessageAt());
            case STATUS_SINCE -> time(test, viewer, ticket.statusSince());
            case DUE -> time(test, viewer, ticket.dueAt());
            case POSTPONED_UNTIL -> time(test, viewer, ticket.postponedUntil());
            case RESOLVED -> time(test, viewer, ticket.resolvedAt());
            case NEEDS_ANSWER -> flag(test, ticket.status().isWaiting());
            case ANSWERED -> flag(test, ticket.firstAnsweredAt() != null);
            case LINKED -> flag(test, ticket.linkedFrom() != null);
            case ATTACHMENTS -> flag(test, ticket.hasAttachments());
            case CUSTOM -> custom(test, fields.getOrDefault(String.valueOf(test.key()), List.of()));
        };
    }

    private static boolean word(Condition.Test test, @Nullable String value) {
        return switch (test.operator()) {
            case SET -> value != null;
            case NOT_SET -> value == null;
            case IS_NOT -> value == null || !test.values().contains(value);
            default -> value != null && test.values().contains(value);
        };
    }

    private static boolean id(Condition.Test test, Viewer viewer, @Nullable UUID id) {
        boolean found = id == null
                ? test.values().contains(Viewer.NOBODY)
                : viewer.ids(test.values()).contains(id);
        return switch (test.operator()) {
            case SET -> id != null;
            case NOT_SET -> id == null;
            case IS_NOT -> !found;
            default -> found;
        };
    }

    private boolean tag(Condition.Test test, Viewer viewer) {
        boolean found = viewer.ids(test.values()).stream().anyMatch(tags::contains);
        return switch (test.operator()) {
            case SET -> !tags.isEmpty();
            case NOT_SET -> tags.isEmpty();
            case IS_NOT -> !found;
            default -> found;
        };
    }

    private static boolean contains(Condition.Test test, List<String> texts) {
        return texts.stream()
                .map(Folded::of)
                .anyMatch(text -> test.values().stream().map(Folded::of).anyMatch(text::contains));
    }

    private boolean time(Condition.Test test, Viewer viewer, @Nullable Instant at) {
        String value = test.values().isEmpty() ? "0" : test.values().getFirst();
        if (at == null) {
            return test.operator() == Operator.NOT_SET;
        }
        return switch (test.operator()) {
            case SET -> true;
            case NOT_SET -> false;
            case OVERDUE -> at.isBefore(viewer.now()) && ticket.status().isWaiting();
            case AFTER -> !at.isBefore(Instant.parse(value));
            case OLDER_THAN -> at.isBefore(viewer.ago(value));
            case NEWER_THAN -> !at.isBefore(viewer.ago(value));
            case WITHIN -> !at.isAfter(viewer.ahead(value));
            default -> at.isBefore(Instant.parse(value));
        };
    }

    private static boolean flag(Condition.Test test, boolean value) {
        return value == test.values().getFirst().equals("true");
    }

    private static boolean custom(Condition.Test test, List<String> values) {
        String wanted = test.values().isEmpty() ? "" : test.values().getFirst();
        return switch (test.operator()) {
            case SET -> !values.isEmpty();
            case NOT_SET -> values.isEmpty();
            case IS -> values.stream().anyMatch(test.values()::contains);
            case IS_NOT -> values.stream().noneMatch(test.values()::contains);
            case CONTAINS -> contains(test, values);
            case NOT_CONTAINS -> !contains(test, values);
            case LESS, GREATER ->
                values.stream()
                        .filter(value -> ConditionParsing.NUMBER.matcher(value).matches())
                        .map(value -> new BigDecimal(value).compareTo(new BigDecimal(wanted)))
                        .anyMatch(sign -> test.operator() == Operator.LESS ? sign < 0 : sign > 0);
            default ->
                values.stream()
                        .filter(value -> ConditionParsing.DAY.matcher(value).lookingAt())
                        .map(value -> value.substring(0, 10).compareTo(wanted))
                        .anyMatch(sign -> test.operator() == Operator.BEFORE ? sign < 0 : sign >= 0);
        };
    }
}
