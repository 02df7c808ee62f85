package org.fourleaf.tickets;

import static java.util.Collections.singletonList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Lists by time: the statements of {@link TicketListQuery}, merged of ordered index scans, walked, or sorted where there is little. */
final class TicketOrder {

    /** Where a page ended: the value it was sorted by, unless that is the id, and the id. */
    record End(@Nullable Instant key, UUID id) {

        static @Nullable End of(@Nullable Cursor cursor) {
            return cursor == null ? null : new End(cursor.text(0).isEmpty() ? null : cursor.instant(0), cursor.id(1));
        }

        static Cursor cursor(@Nullable Instant key, UUID id) {
            return Cursor.of(key == null ? "" : key, id);
        }
    }

    private TicketOrder() {}

    static List<UUID> seen(TicketListQuery.Filter filter, DepartmentSight sight) {
        return filter.departments() == null
                ? sight.ids()
                : sight.ids().stream().filter(filter.departments()::contains).toList();
    }

    static Sql merged(UUID workspace, TicketListQuery.Filter filter, DepartmentSight sight, @Nullable End after) {
        String direction = filter.sort().descending() ? "desc" : "asc";
        return Sql.of("select id, k from (")
                .add(branches(
                        workspace,
                        filter,
                        sight,
                        after,
                        new Sql(),
                        filter.slice().fetch()))
                .add(
                        ") as heads order by k " + direction + ", id " + direction + " limit ?",
                        filter.slice().fetch());
    }

    /** The order walked so many steps: what fits in it, and where it ended unless that was the end of all. */
    static Sql walk(
            UUID workspace, TicketListQuery.Filter filter, DepartmentSight sight, @Nullable End after, int steps) {
        TicketListQuery.Sort sort = filter.sort();
        boolean byTag = filter.tag() != null && sort.column().equals("last_message_at") && filter.due() == null;
        boolean byDue = filter.due() != null && sort == TicketListQuery.Sort.DUE;
        Sql source = byTag
                ? tagged(workspace, filter, sight, after, steps)
                : byDue
                        ? due(workspace, filter, sight, after, steps)
                        : branches(
                                workspace,
                                filter,
                                sight,
                                after,
                                Sql.of(",").add(fits(workspace, filter)).add("as fits"),
                                steps);
        String direction = sort.descending() ? "desc" : "asc";
        String back = sort.descending() ? "asc" : "desc";
        return Sql.of("with walked as materialized (select id, k, fits from (")
                .add(source)
                .add(") as heads order by k " + direction + ", id " + direction + " limit ?)", steps)
                .add("(select id, k, true as fits from walked where fits order by k " + direction + ", id " + direction)
                .add("limit ?)", filter.slice().fetch())
                .add("union all (select id, k, false from walked where (select count(*) from walked) >= ?", steps)
                .add("order by k " + back + ", id " + back + " limit 1)");
    }

    /** Those that are due soon, or overdue, in the order they are: the few of them have an index of their own. */
    private static Sql due(
            UUID workspace, TicketListQuery.Filter filter, DepartmentSight sight, @Nullable End after, int steps) {
        Sql sql = new Sql();
        boolean first = true;
        for (UUID department : seen(filter, sight)) {
            sql.addIf(!first, "union all");
            sql.add("(select t.id, d.due_at as k, (t.merged_into is null and t.status in (" + codes(filter) + ")");
            conditions(sql, filter, sight, null);
            sql.add("and").add(fits(workspace, filter));
            sql.add(
                    ") as fits from ticket_due d join ticket t on t.workspace_id = ? and t.id = d.ticket_id"
                            + " where d.workspace_id = ? and d.department_id = ? and d.standing = "
                            + Objects.requireNonNull(filter.due()).code(),
                    workspace,
                    workspace,
                    department);
            if (after != null) {
                sql.add("and (d.due_at, d.ticket_id) > (?, ?)", after.key, after.id);
            }
            sql.add("order by d.due_at, d.ticket_id limit ?)", steps);
            first = false;
        }
        return sql;
    }

    /** The tickets of a tag in the order of their last messages, which the tag's own index has. */
    private static Sql tagged(
            UUID workspace, TicketListQuery.Filter filter, DepartmentSight sight, @Nullable End after, int steps) {
        String direction = filter.sort().descending() ? "desc" : "asc";
        Sql sql =
                Sql.of("(select t.id, g.last_at as k, (t.merged_into is null and t.status in (" + codes(filter) + ")");
        conditions(sql, filter, sight, null);
        if (filter.where() != null) {
            sql.add("and").add(filter.where());
        }
        sql.add(
                ") as fits from ticket_tag g join ticket t on t.workspace_id = ? and t.id = g.ticket_id"
                        + " where g.workspace_id = ? and g.tag_id = ?",
                workspace,
                workspace,
                filter.tag());
        sql.addIf(filter.statuses().stream().noneMatch(TicketStatus::isOut), "and g.live = true");
        if (after != null) {
            sql.add(
                    "and (g.last_at, g.ticket_id) " + (filter.sort().descending() ? "<" : ">") + " (?, ?)",
                    after.key,
                    after.id);
        }
        return sql.add("order by g.last_at " + direction + ", g.ticket_id " + direction + " limit ?)", steps);
    }

    /** Few tickets, all of them, sorted: those of a rare tag, or what rare words found. */
    static Sql sorted(UUID workspace, TicketListQuery.Filter filter, DepartmentSight sight, @Nullable End after) {
        TicketListQuery.Sort sort = filter.sort();
        String direction = sort.descending() ? "desc" : "asc";
        Sql sql = Sql.of("select t.id, t." + sort.column() + " as k from");
        if (filter.tag() == null) {
            sql.add("ticket t where t.workspace_id = ?", workspace);
        } else {
            sql.add(
                    "ticket_tag g join ticket t on t.workspace_id = ? and t.id = g.ticket_id"
                            + " where g.workspace_id = ? and g.tag_id = ?",
                    workspace,
                    workspace,
                    filter.tag());
        }
        sql.add("and t.merged_into is null and t.status in (" + codes(filter) + ")");
        conditions(sql, filter, sight, null);
        if (filter.where() != null) {
            sql.add("and").add(filter.where());
        }
        after(sql, sort, after);
        return sql.add(
                "order by k " + direction + ", t.id " + direction + " limit ?",
                filter.slice().fetch());
    }

    private static Sql branches(
            UUID workspace,
            TicketListQuery.Filter filter,
            DepartmentSight sight,
            @Nullable End after,
            Sql columns,
            int limit) {
        TicketListQuery.Sort sort = filter.sort();
        boolean everywhere = sight.all() && filter.departments() == null;
        // By creation only the index per department is ordered, so that order always merges departments.
        boolean perDepartment = !(everywhere && sort.column().equals("last_message_at"))
                && !filter.assignee().present()
                && filter.customers() == null;
        // Nearly every ticket is wanted: walking them all passes over less than merging a hundred branches costs.
        boolean nearlyAll = everywhere && perDepartment && filter.statuses().containsAll(TicketStatus.LISTED);
        List<@Nullable UUID> each =
                perDepartment && !nearlyAll ? new ArrayList<>(seen(filter, sight)) : singletonList(null);
        // The status is a literal: a generic plan could not use the partial indexes otherwise. What is due is ordered
        // within a priority.
        List<String> stands = sort == TicketListQuery.Sort.DUE
                ? Arrays.stream(Priority.values())
                        .map(priority ->
                                "<= 2 and t.status in (" + codes(filter) + ") and t.priority = " + priority.code())
                        .toList()
                : nearlyAll
                        ? List.of("in (" + codes(filter) + ")")
                        : new TreeSet<>(filter.statuses())
                                .stream().map(status -> "= " + status.code()).toList();
        Sql sql = new Sql();
        boolean first = true;
        for (String status : stands) {
            for (@Nullable UUID department : each) {
                sql.addIf(!first, "union all");
                sql.add("(select t.id, t." + sort.column() + " as k").add(columns);
                sql.add(
                        "from ticket t where t.workspace_id = ? and t.status " + status + " and t.merged_into is null",
                        workspace);
                conditions(sql, filter, sight, department);
                after(sql, sort, after);
                // Ordered and bounded in itself: only then does PostgreSQL merge the branches instead of sorting all
                // they hold.
                String direction = sort.descending() ? "desc" : "asc";
                sql.add("order by t." + sort.column() + " " + direction + ", t.id " + direction + " limit ?)", limit);
                first = false;
            }
        }
        return sql;
    }

    private static void after(Sql sql, TicketListQuery.Sort sort, @Nullable End after) {
        if (after == null) {
            return;
        }
        String comparison = sort.descending() ? "<" : ">";
        if (sort.column().equals("id")) {
            sql.add("and t.id " + comparison + " ?", after.id);
        } else {
            sql.add("and (t." + sort.column() + ", t.id) " + comparison + " (?, ?)", after.key, after.id);
        }
    }

    private static String codes(TicketListQuery.Filter filter) {
        return filter.statuses().stream()
                .map(status -> String.valueOf(status.code()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** What is asked of each ticket on the way. */
    static Sql fits(UUID workspace, TicketListQuery.Filter filter) {
        Sql where = filter.tag() == null ? filter.where() : and(filter.where(), wears(workspace, filter.tag()));
        if (filter.due() != null) {
            where = and(where, Sql.of("t.sla_standing = " + filter.due().code()));
        }
        return where == null ? Sql.of("true") : where;
    }

    static Sql and(@Nullable Sql one, Sql other) {
        return one == null ? other : Sql.of("(").add(one).add("and").add(other).add(")");
    }

    static Sql wears(UUID workspace, UUID tag) {
        return Sql.of(
                "exists (select 1 from ticket_tag g where g.workspace_id = ? and g.ticket_id = t.id and g.tag_id = ?)",
                workspace,
                tag);
    }

    static Sql isInSubStatus(UUID workspace, UUID subStatus) {
        return Sql.of(
                "exists (select 1 from ticket_sub_status u where u.workspace_id = ? and u.ticket_id = t.id and u.sub_status_id = ?)",
                workspace,
                subStatus);
    }

    static void conditions(Sql sql, TicketListQuery.Filter filter, DepartmentSight sight, @Nullable UUID department) {
        if (department != null) {
            sql.add("and t.department_id = ?", department);
        } else if (!sight.all() || filter.departments() != null) {
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
    }
}
