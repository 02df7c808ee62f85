package org.fourleaf.tickets;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a list was asked for, by words, into what the database is asked for: parameters and saved view together. */
@Component
@Transactional(readOnly = true, propagation = Propagation.MANDATORY)
public class TicketFilters {

    /**
     * The parameters of a list of tickets, all optional.
     *
     * @param due {@code due_soon} or {@code overdue}
     * @param q words and operators of the search language
     * @param view the id of a saved view
     */
    public record Asked(
            @Nullable String status,
            @Nullable String subStatus,
            @Nullable String department,
            @Nullable String assignee,
            @Nullable String tag,
            @Nullable String customer,
            @Nullable String due,
            @Nullable String q,
            @Nullable UUID view) {

        public Asked {
            for (@Nullable
            String given : Arrays.asList(status, subStatus, department, assignee, tag, customer, due, q)) {
                if (given != null && given.length() > Limits.SHORT_TEXT_LENGTH_MAX) {
                    throw Refusal.malformed("q", "At most " + Limits.SHORT_TEXT_LENGTH_MAX + " characters.");
                }
            }
        }
    }

    private final References references;
    private final TicketFinding finding;
    private final ListNarrowing views;

    TicketFilters(References references, TicketFinding finding, ListNarrowing views) {
        this.references = references;
        this.finding = finding;
        this.views = views;
    }

    /**
     * Empty when nothing can match, as with an unknown tag.
     *
     * @param order the name of a sort; without it the view's own, or the newest message first
     */
    public Optional<TicketListQuery.Filter> read(Actor by, Asked asked, @Nullable String order, Slice slice) {
        @Nullable Narrowing view = asked.view == null ? null : views.of(by, asked.view);
        @Nullable DueStanding due = asked.due == null ? null : pressing(asked.due);
        TicketListQuery.Sort sort = order != null
                ? TicketListQuery.Sort.named(order)
                : due != null
                        ? TicketListQuery.Sort.DUE
                        : view != null && view.sort() != null ? view.sort() : TicketListQuery.Sort.LAST_MESSAGE_NEWEST;
        @Nullable
        UUID department = asked.department == null ? null : references.department(by, asked.department, "department");
        Given<UUID> owner = asked.assignee == null
                ? Given.nothing()
                : Given.of(asked.assignee.equals("none") ? null : references.agent(by, asked.assignee, "assignee"));
        Optional<UUID> tagged = asked.tag == null ? Optional.empty() : references.tag(by, asked.tag);
        if (asked.tag != null && tagged.isEmpty()) {
            return Optional.empty();
        }
        Optional<UUID> sub = asked.subStatus == null ? Optional.empty() : references.subStatus(by, asked.subStatus);
        if (asked.subStatus != null && sub.isEmpty()) {
            return Optional.empty();
        }
        TicketFinding.@Nullable Found found = asked.q == null || asked.q.isBlank() ? null : finding.find(by, asked.q);
        return of(
                by.workspace(),
                view,
                new TicketListQuery.Filter(
                        statuses(asked.status, view, found, sort, due != null),
                        department == null ? null : Set.of(department),
                        owner,
                        tagged.orElse(null),
                        asked.customer == null
                                ? null
                                : references.customer(by, asked.customer).stream()
                                        .toList(),
                        due,
                        found,
                        sub.map(id -> TicketOrder.isInSubStatus(by.workspace(), id))
                                .orElse(null),
                        sort,
                        slice));
    }

    /** A saved view alone, as the counters ask for it. */
    public static Optional<TicketListQuery.Filter> of(UUID workspace, Narrowing view, Slice slice) {
        TicketListQuery.Sort sort = view.sort() == null ? TicketListQuery.Sort.LAST_MESSAGE_NEWEST : view.sort();
        return of(
                workspace,
                view,
                new TicketListQuery.Filter(
                        statuses(null, view, null, sort, false),
                        null,
                        Given.nothing(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        sort,
                        slice));
    }

    private static Optional<TicketListQuery.Filter> of(
            UUID workspace, @Nullable Narrowing view, TicketListQuery.Filter asked) {
        if (view == null) {
            return Optional.of(asked);
        }
        if (asked.assignee().present()
                && view.assignee().present()
                && !Objects.equals(asked.assignee().value(), view.assignee().value())) {
            return Optional.empty();
        }
        @Nullable Sql where = view.rest() == null ? asked.where() : TicketOrder.and(asked.where(), view.rest());
        @Nullable UUID tag = asked.tag() == null ? view.tag() : asked.tag();
        if (asked.tag() != null && view.tag() != null && !asked.tag().equals(view.tag())) {
            where = TicketOrder.and(where, TicketOrder.wears(workspace, view.tag()));
        }
        return Optional.of(new TicketListQuery.Filter(
                asked.statuses(),
                both(asked.departments(), view.departments()),
                asked.assignee().present() ? asked.assignee() : view.assignee(),
                tag,
                bothLists(asked.customers(), view.customers()),
                asked.due(),
                asked.found(),
                where,
                asked.sort(),
                asked.slice()));
    }

    private static @Nullable Set<UUID> both(@Nullable Set<UUID> one, @Nullable Set<UUID> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        Set<UUID> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static @Nullable List<UUID> bothLists(@Nullable List<UUID> one, @Nullable List<UUID> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.stream().filter(other::contains).toList();
    }

    private static DueStanding pressing(String name) {
        DueStanding standing = DueStanding.named(name);
        if (standing == null || !standing.isPressing()) {
            throw Refusal.malformed("due", "One of due_soon, overdue.");
        }
        return standing;
    }

    /** Importance and due times order what waits for us: new and open tickets. What is due soon or overdue has an order of its own. */
    private static Set<TicketStatus> statuses(
            @Nullable String names,
            @Nullable Narrowing view,
            TicketFinding.@Nullable Found found,
            TicketListQuery.Sort order,
            boolean pressing) {
        boolean important =
                order == TicketListQuery.Sort.IMPORTANCE || (order == TicketListQuery.Sort.DUE && !pressing);
        Set<TicketStatus> statuses = EnumSet.noneOf(TicketStatus.class);
        @Nullable Set<TicketStatus> viewed = view == null ? null : view.statuses();
        if (names != null && !names.isBlank()) {
            statuses.addAll(named(names, important));
            if (viewed != null) {
                statuses.retainAll(viewed);
            }
            return statuses;
        }
        Set<TicketStatus> usual = found == null ? TicketStatus.LISTED : found.statuses();
        statuses.addAll(viewed == null ? usual : viewed);
        if (important) {
            statuses.removeIf(status -> !status.isWaiting());
        }
        return statuses;
    }

    private static Set<TicketStatus> named(String names, boolean important) {
        Set<TicketStatus> statuses = EnumSet.noneOf(TicketStatus.class);
        for (String name : Arrays.asList(names.split(",", -1))) {
            TicketStatus status = TicketStatus.named(name.strip());
            if (status == null) {
                throw Refusal.malformed(
                        "status",
                        "Statuses, separated by commas: new, open, answered, pending, postponed,"
                                + " chatting, calling, resolved, spam, deleted.");
            }
            if (important && !status.isWaiting()) {
                throw Refusal.malformed("sort", "Importance and due times order new and open tickets only.");
            }
            statuses.add(status);
        }
        return statuses;
    }
}
