package org.fourleaf.tickets;

import static java.util.Collections.singletonList;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    /** The orders a list can have. Newest message or newest ticket first, their reverses, and importance. */
    public enum Sort {
        LAST_MESSAGE_NEWEST("-last_message", "last_message_at", true),
        LAST_MESSAGE_OLDEST("last_message", "last_message_at", false),
        CREATED_NEWEST("-created", "id", true),
        CREATED_OLDEST("created", "id", false),
        IMPORTANCE("importance", "due_at", false);

        private final String json;
        private final String column;
        private final boolean descending;

        Sort(String json, String column, boolean descending) {
            this.json = json;
            this.column = column;
            this.descending = descending;
        }

        public static Sort named(String name) {
            for (Sort sort : values()) {
                if (sort.json.equals(name)) {
                    return sort;
                }
            }
            throw Refusal.malformed("sort", "One of -last_message, last_message, -created, created, importance.");
        }
    }

    /** Which tickets. An assignee of null is nobody; no list of customers is everybody's; found by what somebody typed, or any. */
    public record Filter(
            Set<TicketStatus> statuses,
            @Nullable UUID department,
            Given<UUID> assignee,
            @Nullable UUID tag,
            @Nullable List<UUID> customers,
            TicketFinding.@Nullable Found found,
            Sort sort,
            Slice slice) {

        /** Only what was found. */
        public static Filter of(TicketFinding.Found found, Sort sort, Slice slice) {
            return new Filter(found.statuses(), null, Given.nothing(), null, null, found, sort, slice);
        }
    }

    private record Hit(UUID id, @Nullable Instant key) {}

    /** Where a page ended: the value it was sorted by, unless that is the id, and the id. */
    private record End(@Nullable Instant key, UUID id) {

        static @Nullable End of(@Nullable Cursor cursor) {
            return cursor == null ? null : new End(cursor.text(0).isEmpty() ? null : cursor.instant(0), cursor.id(1));
        }

        static Cursor cursor(Hit last) {
            return Cursor.of(last.key == null ? "" : last.key, last.id);
        }
    }

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
        boolean nobodys = filter.customers() != null && filter.customers().isEmpty();
        if (nobodys || seen(filter, sight).isEmpty() || filter.statuses().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Page<UUID> ids = filter.sort() == Sort.IMPORTANCE ? important(by, filter, sight) : ordered(by, filter, sight);
        return new Page<>(cards.cards(by, ids.items()), ids.next());
    }

    /** The statement of a first page: what the plans are tested on. */
    Sql sql(Actor by, Filter filter, DepartmentSight sight) {
        return filter.sort() == Sort.IMPORTANCE
                ? importance(by, filter, sight).sql(filter.slice(), ImportanceOrder.Start.at(clock.instant()))
                : merged(by.workspace(), filter, sight, null);
    }

    private Page<UUID> ordered(Actor by, Filter filter, DepartmentSight sight) {
        Page<Hit> hits = filter.slice()
                .page(
                        merged(
                                        by.workspace(),
                                        filter,
                                        sight,
                                        End.of(filter.slice().after(2)))
                                .on(jdbc)
                                .query(Row.as(row -> new Hit(
                                        row.uuid("id"), filter.sort().column.equals("id") ? null : row.instant("k"))))
                                .list(),
                        End::cursor);
        return new Page<>(hits.items().stream().map(Hit::id).toList(), hits.next());
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
        boolean perDepartment = filter.assignee().value() == null && filter.customers() == null && filter.tag() == null;
        List<Sql> wheres = new ArrayList<>();
        List<@Nullable UUID> each = perDepartment ? new ArrayList<>(seen(filter, sight)) : singletonList(null);
        String statuses = filter.statuses().stream()
                .map(status -> String.valueOf(status.code()))
                .sorted()
                .collect(Collectors.joining(", "));
        for (@Nullable UUID department : each) {
            // The literal repeats the index's condition, so that it serves whichever of the two statuses are asked for.
            Sql where = Sql.of("t.workspace_id = ? and t.status <= 2", by.workspace())
                    .addIf(filter.statuses().size() == 1, "and t.status in (" + statuses + ")");
            where.add("and t.merged_into is null");
            conditions(where, by.workspace(), filter, sight, department);
            wheres.add(where);
        }
        return new ImportanceOrder(wheres, clock.instant());
    }

    private static List<UUID> seen(Filter filter, DepartmentSight sight) {
        return filter.department() == null
                ? sight.ids()
                : sight.ids().stream().filter(filter.department()::equals).toList();
    }

    private static Sql merged(UUID workspace, Filter filter, DepartmentSight sight, @Nullable End after) {
        Sort sort = filter.sort();
        if (filter.found() != null && filter.found().few()) {
            return gathered(workspace, filter, sight, after);
        }
        boolean everywhere = sight.all() && filter.department() == null;
        // By creation only the index per department is ordered, so that order always merges departments.
        boolean perDepartment = !(everywhere && sort.column.equals("last_message_at"))
                && !filter.assignee().present()
                && filter.tag() == null
                && filter.customers() == null;
        List<@Nullable UUID> each = perDepartment ? new ArrayList<>(seen(filter, sight)) : singletonList(null);
        Sql sql = new Sql().add("select id, k from (");
        boolean first = true;
        for (TicketStatus status : new TreeSet<>(filter.statuses())) {
            for (@Nullable UUID department : each) {
                sql.addIf(!first, "union all").add(branch(workspace, filter, sight, department, status, after));
                first = false;
            }
        }
        String direction = sort.descending ? "desc" : "asc";
        return sql.add(
                ") as heads order by k " + direction + ", id " + direction + " limit ?",
                filter.slice().fetch());
    }

    /** Few hits: all of them, then sorted. */
    private static Sql gathered(UUID workspace, Filter filter, DepartmentSight sight, @Nullable End after) {
        Sort sort = filter.sort();
        String statuses = filter.statuses().stream()
                .map(status -> String.valueOf(status.code()))
                .sorted()
                .collect(Collectors.joining(", "));
        Sql sql = Sql.of(
                "select t.id, t." + sort.column + " as k from ticket t where t.workspace_id = ? and t.status in ("
                        + statuses + ") and t.merged_into is null",
                workspace);
        conditions(sql, workspace, filter, sight, null);
        after(sql, sort, after);
        String direction = sort.descending ? "desc" : "asc";
        return sql.add(
                "order by k " + direction + ", id " + direction + " limit ?",
                filter.slice().fetch());
    }

    private static void after(Sql sql, Sort sort, @Nullable End after) {
        if (after == null) {
            return;
        }
        String comparison = sort.descending ? "<" : ">";
        if (sort.column.equals("id")) {
            sql.add("and t.id " + comparison + " ?", after.id);
        } else {
            sql.add("and (t." + sort.column + ", t.id) " + comparison + " (?, ?)", after.key, after.id);
        }
    }

    private static Sql branch(
            UUID workspace,
            Filter filter,
            DepartmentSight sight,
            @Nullable UUID department,
            TicketStatus status,
            @Nullable End after) {
        Sort sort = filter.sort();
        // The status is a literal: a generic plan could not use the partial indexes otherwise.
        Sql sql = Sql.of(
                "(select t.id, t." + sort.column + " as k from ticket t where t.workspace_id = ? and t.status = "
                        + status.code() + " and t.merged_into is null",
                workspace);
        conditions(sql, workspace, filter, sight, department);
        after(sql, sort, after);
        // Ordered and bounded in itself: only then does PostgreSQL merge the branches instead of sorting all they hold.
        String direction = sort.descending ? "desc" : "asc";
        return sql.add(
                "order by t." + sort.column + " " + direction + ", t.id " + direction + " limit ?)",
                filter.slice().fetch());
    }

    private static void conditions(
            Sql sql, UUID workspace, Filter filter, DepartmentSight sight, @Nullable UUID department) {
        if (department != null) {
            sql.add("and t.department_id = ?", department);
        } else if (!sight.all() || filter.department() != null) {
            sql.add("and t.department_id = any (?)", seen(filter, sight));
        }
        if (filter.assignee().present()) {
            UUID owner = filter.assignee().value();
            if (owner == null) {
                sql.add("and t.assignee_id is null");
            } else {
                sql.add("and t.assignee_id = ?", owner);
            }
        }
        if (filter.found() != null) {
            sql.add("and").add(filter.found().where());
        }
        if (filter.customers() != null) {
            sql.add("and t.customer_id = any (?)", filter.customers());
        }
        if (filter.tag() != null) {
            sql.add(
                    "and exists (select 1 from ticket_tag g where g.workspace_id = ? and g.ticket_id = t.id and g.tag_id = ?)",
                    workspace,
                    filter.tag());
        }
    }
}
