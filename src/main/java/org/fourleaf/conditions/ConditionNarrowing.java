package org.fourleaf.conditions;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Given;
import org.fourleaf.tickets.Narrowing;
import org.fourleaf.tickets.TicketListQuery;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/** Takes out of a condition what an index can answer; the rest is left to filter what the index brings. */
final class ConditionNarrowing {

    private @Nullable Set<TicketStatus> statuses;
    private @Nullable Set<UUID> departments;
    private @Nullable List<UUID> customers;
    private Given<UUID> assignee = Given.nothing();
    private @Nullable UUID tag;
    private final List<Condition> rest = new ArrayList<>();
    private final Viewer viewer;

    private ConditionNarrowing(Viewer viewer) {
        this.viewer = viewer;
    }

    static Narrowing of(Condition condition, UUID workspace, Viewer viewer, TicketListQuery.@Nullable Sort sort) {
        ConditionNarrowing narrowing = new ConditionNarrowing(viewer);
        narrowing.take(condition);
        Sql where = narrowing.rest.isEmpty()
                ? null
                : new ConditionQuery(workspace, viewer).where(new Condition.All(narrowing.rest));
        return new Narrowing(
                narrowing.statuses,
                narrowing.departments,
                narrowing.assignee,
                narrowing.tag,
                narrowing.customers,
                where,
                sort);
    }

    private void take(Condition condition) {
        switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.forEach(this::take);
            case Condition.Any(List<Condition> parts) when parts.size() == 1 -> take(parts.getFirst());
            case Condition.Any any -> rest.add(any);
            case Condition.Test test -> {
                if (!picked(test)) {
                    rest.add(test);
                }
            }
        }
    }

    private boolean picked(Condition.Test test) {
        boolean is = test.operator() == Operator.IS;
        return switch (test.field()) {
            case STATUS -> {
                Set<TicketStatus> wanted = EnumSet.noneOf(TicketStatus.class);
                test.values().forEach(name -> wanted.add(Objects.requireNonNull(TicketStatus.named(name))));
                narrow(is ? wanted : EnumSet.complementOf(EnumSet.copyOf(wanted)));
                yield true;
            }
            case NEEDS_ANSWER -> {
                boolean waiting = test.values().getFirst().equals("true");
                if (waiting) {
                    narrow(EnumSet.of(TicketStatus.NEW, TicketStatus.OPEN));
                }
                yield waiting;
            }
            case DEPARTMENT -> {
                if (is) {
                    Set<UUID> wanted = new HashSet<>(viewer.ids(test.values()));
                    if (departments != null) {
                        wanted.retainAll(departments);
                    }
                    departments = wanted;
                }
                yield is;
            }
            case ASSIGNEE -> assignee(test);
            case CUSTOMER -> {
                boolean free = is && customers == null;
                if (free) {
                    customers = viewer.ids(test.values());
                }
                yield free;
            }
            case TAG -> {
                boolean free = is && tag == null && test.values().size() == 1;
                if (free) {
                    tag = viewer.ids(test.values()).getFirst();
                }
                yield free;
            }
            default -> false;
        };
    }

    private boolean assignee(Condition.Test test) {
        if (assignee.present()) {
            return false;
        }
        boolean nobody = test.operator() == Operator.NOT_SET
                || (test.operator() == Operator.IS && test.values().equals(List.of(Viewer.NOBODY)));
        List<UUID> ids = test.operator() == Operator.IS ? viewer.ids(test.values()) : List.of();
        if (nobody) {
            assignee = Given.of(null);
        } else if (ids.size() == 1 && test.values().size() == 1) {
            assignee = Given.of(ids.getFirst());
        }
        return assignee.present();
    }

    private void narrow(Set<TicketStatus> wanted) {
        Set<TicketStatus> both = EnumSet.noneOf(TicketStatus.class);
        both.addAll(wanted);
        if (statuses != null) {
            both.retainAll(statuses);
        }
        statuses = both;
    }
}
