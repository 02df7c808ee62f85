package org.fourleaf.conditions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.tickets.DueStanding;
import org.fourleaf.tickets.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * One ticket with all that a condition may ask of it. Says the same as the database would.
 *
 * @param subStatus the one it is in, if any
 * @param groups of its customer, as they are compared
 * @param fields the workspace's own fields as texts, several where a field holds several
 */
public record TicketPicture(
        Ticket ticket,
        Instant changedAt,
        @Nullable UUID subStatus,
        Set<UUID> tags,
        Set<String> groups,
        Map<String, List<String>> fields) {

    /** A test that did not hold. @param pointer to it inside the condition @param values what the ticket has there */
    public record Failed(String pointer, Condition.Test test, List<String> values) {}

    public TicketPicture {
        tags = Set.copyOf(tags);
        groups = Set.copyOf(groups);
        fields = Map.copyOf(fields);
    }

    /** Of tests that need the moment it happens, nothing is known. */
    public boolean fits(Condition condition, Viewer viewer) {
        return fits(condition, viewer, Surroundings.NONE);
    }

    /** Asks the moment only where all before it does not settle the matter. */
    public boolean fits(Condition condition, Viewer viewer, Surroundings moment) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> {
                for (Condition part : parts) {
                    if (!fits(part, viewer, moment)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Condition.Any(List<Condition> parts) -> {
                for (Condition part : parts) {
                    if (fits(part, viewer, moment)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Condition.Test test -> test(test, viewer, moment);
        };
    }

    /** Why it does not fit: in a group of all the first part that fails, in a group of any every part. Empty when it fits. */
    public List<Failed> failed(Condition condition, Viewer viewer, Surroundings moment) {
        List<Failed> failed = new ArrayList<>();
        failed("", condition, viewer, moment, failed);
        return failed;
    }

    private boolean failed(String pointer, Condition condition, Viewer viewer, Surroundings moment, List<Failed> into) {
        switch (condition) {
            case Condition.All(List<Condition> parts) -> {
                for (int i = 0; i < parts.size(); i++) {
                    if (failed(pointer + "/all/" + i, parts.get(i), viewer, moment, into)) {
                        return true;
                    }
                }
                return false;
            }
            case Condition.Any any -> {
                if (fits(any, viewer, moment)) {
                    return false;
                }
                for (int i = 0; i < any.parts().size(); i++) {
                    failed(pointer + "/any/" + i, any.parts().get(i), viewer, moment, into);
                }
                return true;
            }
            case Condition.Test test -> {
                if (test(test, viewer, moment)) {
                    return false;
                }
                into.add(new Failed(pointer, test, PictureValues.of(this, test, moment)));
                return true;
            }
        }
    }

    private boolean test(Condition.Test test, Viewer viewer, Surroundings moment) {
        if (test.field().momentary()) {
            return MomentTest.fits(test, moment.texts(test.field(), test.key()));
        }
        return switch (test.field()) {
            case STATUS -> word(test, ticket.status().json());
            case SUB_STATUS -> id(test, viewer, subStatus);
            case PRIORITY -> word(test, ticket.priority().json());
            case CHANNEL -> word(test, ticket.channel().json());
            case SOURCE -> source(test);
            case TYPE -> word(test, ticket.type());
            case DISPOSITION -> word(test, ticket.disposition());
            case DEPARTMENT -> id(test, viewer, ticket.department());
            case ASSIGNEE -> id(test, viewer, ticket.assignee());
            case CUSTOMER -> id(test, viewer, ticket.customer());
            case COMPANY -> id(test, viewer, ticket.company());
            case TAG -> tag(test, viewer);
            case SLA_LEVEL -> id(test, viewer, ticket.sla().level());
            case OVERDUE -> flag(test, ticket.sla().standing() == DueStanding.OVERDUE);
            case DUE_SOON -> flag(test, ticket.sla().standing() == DueStanding.DUE_SOON);
            case CUSTOMER_GROUP -> group(test);
            case SUBJECT -> MomentTest.text(test, List.of(ticket.subject()));
            case CREATED -> time(test, viewer, ticket.createdAt());
            case CHANGED -> time(test, viewer, changedAt);
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
            default -> throw new IllegalArgumentException(test.fieldName() + " is asked of the moment");
        };
    }

    private boolean source(Condition.Test test) {
        boolean found = test.values().contains(ticket.channel().json())
                || (ticket.mailbox() != null && Viewer.idsAmong(test.values()).contains(ticket.mailbox()));
        return found == (test.operator() == Operator.IS);
    }

    private boolean group(Condition.Test test) {
        List<String> wanted = test.values().stream().map(Texts::key).toList();
        return switch (test.operator()) {
            case SET -> !groups.isEmpty();
            case NOT_SET -> groups.isEmpty();
            case ALL_OF -> groups.containsAll(wanted);
            case IS_NOT -> wanted.stream().noneMatch(groups::contains);
            default -> wanted.stream().anyMatch(groups::contains);
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
            case ALL_OF -> tags.containsAll(viewer.ids(test.values()));
            case SET -> !tags.isEmpty();
            case NOT_SET -> tags.isEmpty();
            case IS_NOT -> !found;
            default -> found;
        };
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
            case BETWEEN ->
                !at.isBefore(Instant.parse(value))
                        && !at.isAfter(Instant.parse(test.values().getLast()));
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
            case ALL_OF -> values.containsAll(test.values());
            case CONTAINS, NOT_CONTAINS, MATCHES -> MomentTest.text(test, values);
            case LESS, GREATER, BETWEEN -> MomentTest.number(test, values);
            default ->
                values.stream()
                        .filter(value -> ConditionParsing.DAY.matcher(value).lookingAt())
                        .map(value -> value.substring(0, 10).compareTo(wanted))
                        .anyMatch(sign -> test.operator() == Operator.BEFORE ? sign < 0 : sign >= 0);
        };
    }
}
