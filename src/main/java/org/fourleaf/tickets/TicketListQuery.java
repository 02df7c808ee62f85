package org.fourleaf.tickets;

import static java.util.Collections.singletonList;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The inbox: one keyset page of the tickets somebody may see. Each combination of status and department (or owner) is one ordered
 * index scan and the page is their merge, so a page costs the same at any size and access needs no filter over foreign rows.
 */
@Component
@Transactional(readOnly = true)
public class TicketListQuery {

    /** A page looks at this many tickets, and at {@value #WALK_MAX} when that did not fill it. */
    private static final int WALK_FIRST = 400;

    static final int WALK_MAX = 4_000;

    /** Up to so many tickets of a tag are sorted; of a commoner one the list's order is walked. */
    private static final int TAGGED_SORTED_MAX = 2_000;

    /** The orders a list can have. Newest message or newest ticket first, their reverses, what is due first, and importance. */
    public enum Sort {
        LAST_MESSAGE_NEWEST("-last_message", "last_message_at", true),
        LAST_MESSAGE_OLDEST("last_message", "last_message_at", false),
        CREATED_NEWEST("-created", "id", true),
        CREATED_OLDEST("created", "id", false),
        DUE("due", "due_at", false),
        IMPORTANCE("importance", "due_at", false);

        private final String json;
        private final String column;
        private final boolean descending;

        Sort(String json, String column, boolean descending) {
            this.json = json;
            this.column = column;
            this.descending = descending;
        }

        String column() {
            return column;
        }

        boolean descending() {
            return descending;
        }

        public static Sort named(String name) {
            for (Sort sort : values()) {
                if (sort.json.equals(name)) {
                    return sort;
                }
            }
            throw Refusal.malformed("sort", "One of -last_message, last_message, -created, created, due, importance.");
        }
    }

    /**
     * Which tickets. An assignee of null is nobody; no list of customers is everybody's, no set of departments all that are seen.
     *
     * @param due only those that are due soon, or only those overdue
     * @param found what somebody's typed words mean, if any were typed
     * @param where what no index answers, over {@code ticket t}, true or false: the list then walks its order, at most
     *     {@value #WALK_MAX} tickets a page, and a page may be short though there is a next
     */
    public record Filter(
            Set<TicketStatus> statuses,
            @Nullable Set<UUID> departments,
            Given<UUID> assignee,
            @Nullable UUID tag,
            @Nullable List<UUID> customers,
            @Nullable DueStanding due,
            TicketFinding.@Nullable Found found,
            @Nullable Sql where,
            Sort sort,
            Slice slice) {

        /** Only what was found. */
        public static Filter of(TicketFinding.Found found, Sort sort, Slice slice) {
            return new Filter(found.statuses(), null, Given.nothing(), null, null, null, found, null, sort, slice);
        }

        boolean isNothing() {
            return statuses.isEmpty() || (customers != null && customers.isEmpty());
        }
    }

    /** @param fits false for the last ticket walked, which is only where the next page starts */
    private record Hit(UUID id, @Nullable Instant key, boolean fits) {}

    private final JdbcClient jdbc;
    private final Departments departments;
    private final TicketCardQuery cards;
    private final Clock clock;

    TicketListQuery(JdbcClient jdbc, Departments departments, TicketCardQuery cards, Clock clock) {
        this.jdbc = jdbc;
        this.departments = departments;
        this.cards = cards;
        this.clock = clock;
    }

    public Page<TicketCard> page(Actor by, Filter filter) {
        DepartmentSight sight = departments.seenBy(by);
        if (filter.isNothing() || TicketOrder.seen(filter, sight).isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Page<UUID> ids = walks(filter) && !isRare(by, filter)
                ? walked(by, filter, sight)
                : filter.sort() == Sort.IMPORTANCE ? important(by, filter, sight) : ordered(by, filter, sight);
        return new Page<>(cards.cards(by, ids.items()), ids.next());
    }

    /** The statement of a first page: what the plans are tested on. */
    Sql sql(Actor by, Filter filter, DepartmentSight sight) {
        boolean important = filter.sort() == Sort.IMPORTANCE;
        if (walks(filter)) {
            return important
                    ? importance(by, filter, sight)
                            .walk(filter.slice(), ImportanceOrder.Start.at(clock.instant()), WALK_MAX)
                    : TicketOrder.walk(by.workspace(), filter, sight, null, WALK_MAX);
        }
        return important
                ? importance(by, filter, sight).sql(filter.slice(), ImportanceOrder.Start.at(clock.instant()))
                : TicketOrder.merged(by.workspace(), filter, sight, null);
    }

    private static boolean walks(Filter filter) {
        return filter.where() != null || filter.tag() != null || filter.due() != null;
    }

    /** So few tickets that sorting them all costs less than walking an order. */
    private boolean isRare(Actor by, Filter filter) {
        if (filter.sort() == Sort.IMPORTANCE || filter.due() != null) {
            return false;
        }
        return isFew(filter) || (filter.tag() != null && isRareTag(by, filter.tag()));
    }

    private static boolean isFew(Filter filter) {
        return filter.found() != null && filter.found().few();
    }

    private boolean isRareTag(Actor by, UUID tag) {
        return jdbc.sql("""
                                select count(*) as n from (
                                    select 1 from ticket_tag where workspace_id = :w and tag_id = :tag limit :max) as worn
                                """)
                        .param("w", by.workspace())
                        .param("tag", tag)
                        .param("max", TAGGED_SORTED_MAX + 1)
                        .query(Row.as(row -> row.number("n")))
                        .single()
                <= TAGGED_SORTED_MAX;
    }

    private Page<UUID> ordered(Actor by, Filter filter, DepartmentSight sight) {
        TicketOrder.End after = TicketOrder.End.of(filter.slice().after(2));
        Sql sql = filter.tag() == null && !isFew(filter)
                ? TicketOrder.merged(by.workspace(), filter, sight, after)
                : TicketOrder.sorted(by.workspace(), filter, sight, after);
        Page<Hit> hits = filter.slice().page(hits(sql, filter.sort(), false), TicketListQuery::cursor);
        return new Page<>(hits.items().stream().map(Hit::id).toList(), hits.next());
    }

    private List<Hit> hits(Sql sql, Sort sort, boolean walked) {
        return sql.on(jdbc)
                .query(Row.as(row -> new Hit(
                        row.uuid("id"),
                        sort.column.equals("id") ? null : row.instant("k"),
                        !walked || row.flag("fits"))))
                .list();
    }

    /** A little way first, then as far as a page may go. */
    private Page<UUID> walked(Actor by, Filter filter, DepartmentSight sight) {
        Page<UUID> near = walked(by, filter, sight, WALK_FIRST);
        boolean full =
                near.next() == null || near.items().size() == filter.slice().limit();
        return full ? near : walked(by, filter, sight, WALK_MAX);
    }

    private Page<UUID> walked(Actor by, Filter filter, DepartmentSight sight, int steps) {
        if (filter.sort() == Sort.IMPORTANCE) {
            ImportanceOrder order = importance(by, filter, sight);
            ImportanceOrder.Start start = order.start(filter.slice());
            return ImportanceOrder.page(
                    filter.slice(),
                    start,
                    order.walk(filter.slice(), start, steps)
                            .on(jdbc)
                            .query(Row.as(ImportanceOrder::hit))
                            .list());
        }
        TicketOrder.End after = TicketOrder.End.of(filter.slice().after(2));
        List<Hit> found = hits(TicketOrder.walk(by.workspace(), filter, sight, after, steps), filter.sort(), true);
        Page<Hit> hits = filter.slice().page(found.stream().filter(Hit::fits).toList(), TicketListQuery::cursor);
        String next = hits.next() != null
                ? hits.next()
                : found.stream()
                        .filter(hit -> !hit.fits)
                        .findFirst()
                        .map(end -> cursor(end).encoded())
                        .orElse(null);
        return new Page<>(hits.items().stream().map(Hit::id).toList(), next);
    }

    private static Cursor cursor(Hit last) {
        return TicketOrder.End.cursor(last.key, last.id);
    }

    private Page<UUID> important(Actor by, Filter filter, DepartmentSight sight) {
        ImportanceOrder order = importance(by, filter, sight);
        ImportanceOrder.Start start = order.start(filter.slice());
        return ImportanceOrder.page(
                filter.slice(),
                start,
                order.sql(filter.slice(), start)
                        .on(jdbc)
                        .query(Row.as(ImportanceOrder::hit))
                        .list());
    }

    private ImportanceOrder importance(Actor by, Filter filter, DepartmentSight sight) {
        boolean perDepartment = filter.assignee().value() == null && filter.customers() == null;
        List<Sql> wheres = new ArrayList<>();
        List<@Nullable UUID> each =
                perDepartment ? new ArrayList<>(TicketOrder.seen(filter, sight)) : singletonList(null);
        String statuses = filter.statuses().stream()
                .map(status -> String.valueOf(status.code()))
                .sorted()
                .collect(Collectors.joining(", "));
        for (@Nullable UUID department : each) {
            // The literal repeats the index's condition, so that it serves whichever of the two statuses are asked for.
            Sql where = Sql.of("t.workspace_id = ? and t.status <= 2", by.workspace())
                    .addIf(filter.statuses().size() == 1, "and t.status in (" + statuses + ")");
            where.add("and t.merged_into is null");
            TicketOrder.conditions(where, filter, sight, department);
            wheres.add(where);
        }
        return new ImportanceOrder(wheres, TicketOrder.fits(by.workspace(), filter), clock.instant());
    }
}
