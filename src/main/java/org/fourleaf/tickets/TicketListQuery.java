package org.fourleaf.tickets;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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

    /** Which tickets. An assignee of null is nobody. */
    public record Filter(
            Set<TicketStatus> statuses,
            @Nullable UUID department,
            Given<UUID> assignee,
            @Nullable UUID tag,
            @Nullable UUID customer,
            Sort sort,
            Slice slice) {}

    private record Hit(UUID id, @Nullable Instant key, double score) {}

    /** Where a page ended. @param asOf the moment importance was measured at, the same for all pages of one list */
    private record End(@Nullable Instant key, UUID id, double score, Instant asOf) {

        static @Nullable End of(@Nullable Cursor cursor) {
            return cursor == null
                    ? null
                    : new End(
                            cursor.text(0).isEmpty() ? null : cursor.instant(0),
                            cursor.id(1),
                            cursor.decimal(2),
                            cursor.instant(3));
        }

        static Cursor cursor(Hit last, Instant asOf) {
            return Cursor.of(last.key == null ? "" : last.key, last.id, last.score, asOf);
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
        End after = End.of(filter.slice().after(4));
        Instant asOf = after == null ? clock.instant() : after.asOf;
        if (seen(filter, sight).isEmpty() || filter.statuses().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Page<Hit> hits = filter.slice()
                .page(
                        sql(by, filter, sight, after, asOf)
                                .on(jdbc)
                                .query(Row.as(row -> hit(filter.sort(), row)))
                                .list(),
                        last -> End.cursor(last, asOf));
        return new Page<>(cards.cards(by, hits.items().stream().map(Hit::id).toList()), hits.next());
    }

    /** The statement of a first page: what the plans are tested on. */
    Sql sql(Actor by, Filter filter, DepartmentSight sight) {
        return sql(by, filter, sight, null, clock.instant());
    }

    private static Sql sql(Actor by, Filter filter, DepartmentSight sight, @Nullable End after, Instant asOf) {
        List<UUID> wanted = seen(filter, sight);
        boolean everywhere = sight.all() && filter.department() == null;
        return filter.sort() == Sort.IMPORTANCE
                ? byImportance(by.workspace(), filter, everywhere, wanted, after, asOf)
                : merged(by.workspace(), filter, everywhere, wanted, after);
    }

    private static List<UUID> seen(Filter filter, DepartmentSight sight) {
        return filter.department() == null
                ? sight.ids()
                : sight.ids().stream().filter(filter.department()::equals).toList();
    }

    private static Hit hit(Sort sort, Row row) throws SQLException {
        return new Hit(
                row.uuid("id"),
                sort.column.equals("id") ? null : row.instant("k"),
                sort == Sort.IMPORTANCE ? row.set().getDouble("score") : 0);
    }

    private static Sql merged(
            UUID workspace, Filter filter, boolean everywhere, List<UUID> departments, @Nullable End cursor) {
        Sort sort = filter.sort();
        List<Sql> branches = new ArrayList<>();
        for (TicketStatus status : new TreeSet<>(filter.statuses())) {
            // By creation only the index per department is ordered, so that order always merges departments.
            boolean perDepartment = !(everywhere && sort.column.equals("last_message_at"))
                    && !filter.assignee().present()
                    && filter.tag() == null
                    && filter.customer() == null;
            for (UUID department : perDepartment ? departments : Collections.<@Nullable UUID>singletonList(null)) {
                branches.add(branch(workspace, filter, everywhere, departments, department, status, cursor));
            }
        }
        Sql sql = new Sql().add("select id, k from (");
        for (int i = 0; i < branches.size(); i++) {
            sql.addIf(i > 0, "union all").add(branches.get(i));
        }
        String direction = sort.descending ? "desc" : "asc";
        return sql.add(
                ") as heads order by k " + direction + ", id " + direction + " limit ?",
                filter.slice().fetch());
    }

    private static Sql branch(
            UUID workspace,
            Filter filter,
            boolean everywhere,
            List<UUID> departments,
            @Nullable UUID department,
            TicketStatus status,
            @Nullable End cursor) {
        Sort sort = filter.sort();
        // The status is a literal: a generic plan could not use the partial indexes otherwise.
        Sql sql = Sql.of(
                "(select t.id, t." + sort.column + " as k from ticket t where t.workspace_id = ? and t.status = "
                        + status.code() + " and t.merged_into is null",
                workspace);
        if (department != null) {
            sql.add("and t.department_id = ?", department);
        } else if (!everywhere) {
            sql.add("and t.department_id = any (?)", departments);
        }
        conditions(sql, filter, workspace);
        if (cursor != null) {
            String comparison = sort.descending ? "<" : ">";
            if (sort.column.equals("id")) {
                sql.add("and t.id " + comparison + " ?", cursor.id);
            } else {
                sql.add("and (t." + sort.column + ", t.id) " + comparison + " (?, ?)", cursor.key, cursor.id);
            }
        }
        // Ordered in itself: only then does PostgreSQL merge the branches instead of sorting all they hold.
        String direction = sort.descending ? "desc" : "asc";
        return sql.add(
                "order by t." + sort.column + " " + direction + ", t.id " + direction + " limit ?)",
                filter.slice().fetch());
    }

    private static void conditions(Sql sql, Filter filter, UUID workspace) {
        if (filter.assignee().present()) {
            UUID owner = filter.assignee().value();
            if (owner == null) {
                sql.add("and t.assignee_id is null");
            } else {
                sql.add("and t.assignee_id = ?", owner);
            }
        }
        if (filter.customer() != null) {
            sql.add("and t.customer_id = ?", filter.customer());
        }
        if (filter.tag() != null) {
            sql.add(
                    "and exists (select 1 from ticket_tag g where g.workspace_id = ? and g.ticket_id = t.id and g.tag_id = ?)",
                    workspace,
                    filter.tag());
        }
    }

    /**
     * Score = time left ÷ weight while there is time left, × weight once overdue; smallest first. Within one priority that is the order
     * of {@code due_at}, so each priority's head is read by index and the heads are merged.
     */
    private static Sql byImportance(
            UUID workspace,
            Filter filter,
            boolean everywhere,
            List<UUID> departments,
            @Nullable End cursor,
            Instant asOf) {
        Sql sql = new Sql().add("select id, k, score from (");
        boolean perDepartment = filter.assignee().value() == null && filter.customer() == null;
        boolean first = true;
        for (Priority priority : Priority.values()) {
            sql.addIf(!first, "union all");
            first = false;
            int weight = priority.weight();
            sql.add(
                    "(select id, k, score from (select t.id, t.due_at as k, cast(case when t.due_at >= ? then"
                            + " extract(epoch from t.due_at - ?) / " + weight
                            + " else extract(epoch from t.due_at - ?) * "
                            + weight + " end as double precision) as score from (",
                    asOf,
                    asOf,
                    asOf);
            boolean firstBranch = true;
            for (UUID department : perDepartment ? departments : Collections.<@Nullable UUID>singletonList(null)) {
                sql.addIf(!firstBranch, "union all");
                firstBranch = false;
                sql.add(importanceBranch(workspace, filter, everywhere, departments, department, priority, cursor));
            }
            sql.add(") as t) as scored");
            if (cursor != null) {
                sql.add("where (score, id) > (?, ?)", cursor.score, cursor.id);
            }
            sql.add("order by k, id limit ?)", filter.slice().fetch());
        }
        return sql.add(") as heads order by score, id limit ?", filter.slice().fetch());
    }

    private static Sql importanceBranch(
            UUID workspace,
            Filter filter,
            boolean everywhere,
            List<UUID> departments,
            @Nullable UUID department,
            Priority priority,
            @Nullable End cursor) {
        String statuses = String.join(
                ", ",
                filter.statuses().stream()
                        .map(status -> String.valueOf(status.code()))
                        .sorted()
                        .toList());
        Sql sql = Sql.of(
                "(select t.id, t.due_at from ticket t where t.workspace_id = ? and t.merged_into is null and t.priority = "
                        + priority.code() + " and t.status <= 2 and t.status in (" + statuses + ")",
                workspace);
        if (department != null) {
            sql.add("and t.department_id = ?", department);
        } else if (!everywhere) {
            sql.add("and t.department_id = any (?)", departments);
        }
        conditions(sql, filter, workspace);
        if (cursor != null) {
            double left = cursor.score >= 0 ? cursor.score * priority.weight() : cursor.score / priority.weight();
            // One second of slack for rounding; the exact comparison is on the score outside.
            sql.add("and t.due_at >= ?", cursor.asOf.plusMillis((long) (left * 1000) - 1000));
        }
        return sql.add("order by t.due_at, t.id)");
    }
}
