package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The numbers beside views and departments. Exact from the deltas; those of owners are counted up to a bound. */
@Component
@Transactional(readOnly = true)
class CountsQuery {

    private static final int COUNTED_MAX = 1_000;
    private static final int SAVED_MAX = 30;
    /** Tickets looked at for one saved view; then its number is the least there are. */
    private static final int SAVED_LOOKS_MAX = 10_000;

    /** A department's live numbers. */
    record DepartmentCount(
            UUID id,
            String name,

            @JsonProperty("new") @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            long fresh,

            long open,
            long resolved,
            long overdue) {}

    /** A saved view's number. @param more there are at least so many */
    record SavedCount(UUID id, long count, boolean more) {}

    /**
     * @param capped the numbers mine and unassigned stop at {@value COUNTED_MAX}
     * @param saved the first {@value SAVED_MAX} saved views the caller finds, without broken ones
     */
    record Counts(Map<String, Long> views, List<DepartmentCount> departments, boolean capped, List<SavedCount> saved) {}

    private final JdbcClient jdbc;
    private final Departments departments;
    private final TicketSetQuery set;
    private final DueStore dues;
    private final ListNarrowing saved;

    CountsQuery(JdbcClient jdbc, Departments departments, TicketSetQuery set, DueStore dues, ListNarrowing saved) {
        this.jdbc = jdbc;
        this.departments = departments;
        this.set = set;
        this.dues = dues;
        this.saved = saved;
    }

    /** @param withSaved whether saved views are counted as well, which costs more */
    Counts counts(Actor by, boolean withSaved) {
        DepartmentSight sight = departments.seenBy(by);
        Map<TicketStatus, Long> total = new EnumMap<>(TicketStatus.class);
        Map<UUID, Map<TicketStatus, Long>> each = set.counters(by);
        each.values().forEach(counts -> counts.forEach((status, n) -> total.merge(status, n, Long::sum)));
        long mine = by.isAgent() ? counted(by, sight, by.agentId()) : 0;
        long unassigned = counted(by, sight, null);
        Map<UUID, Map<DueStanding, Long>> due = dues.counts(by.workspace(), sight.ids());
        Map<String, Long> views = new HashMap<>();
        views.put("due_soon", pressing(due, DueStanding.DUE_SOON));
        views.put("overdue", pressing(due, DueStanding.OVERDUE));
        views.put("to_answer", sum(total, TicketStatus.NEW, TicketStatus.OPEN));
        views.put("mine", Math.min(mine, COUNTED_MAX));
        views.put("unassigned", Math.min(unassigned, COUNTED_MAX));
        views.put("answered", sum(total, TicketStatus.ANSWERED));
        views.put("waiting", sum(total, TicketStatus.PENDING, TicketStatus.POSTPONED));
        views.put("resolved", sum(total, TicketStatus.RESOLVED));
        views.put("spam", sum(total, TicketStatus.SPAM));
        views.put("deleted", sum(total, TicketStatus.DELETED));
        views.put("all", sum(total, TicketStatus.LISTED.toArray(TicketStatus[]::new)));
        List<DepartmentCount> lines = departments.all(by).stream()
                .map(department -> line(
                        department,
                        each.getOrDefault(department.id(), Map.of()),
                        due.getOrDefault(department.id(), Map.of()).getOrDefault(DueStanding.OVERDUE, 0L)))
                .toList();
        return new Counts(
                views, lines, mine > COUNTED_MAX || unassigned > COUNTED_MAX, withSaved ? saved(by, each) : List.of());
    }

    private List<SavedCount> saved(Actor by, Map<UUID, Map<TicketStatus, Long>> each) {
        List<SavedCount> counts = new ArrayList<>();
        saved.first(by, SAVED_MAX).forEach((id, view) -> {
            if (view.isCounted()) {
                counts.add(new SavedCount(id, summed(view, each), false));
                return;
            }
            TicketSetQuery.Found found = TicketFilters.of(by.workspace(), view, Slice.first(1))
                    .map(filter -> set.count(by, filter, COUNTED_MAX, SAVED_LOOKS_MAX))
                    .orElseGet(() -> new TicketSetQuery.Found(0, false));
            counts.add(new SavedCount(id, found.n(), found.more()));
        });
        return counts;
    }

    private static long summed(Narrowing view, Map<UUID, Map<TicketStatus, Long>> each) {
        Set<TicketStatus> statuses = view.statuses() == null ? TicketStatus.LISTED : view.statuses();
        return each.entrySet().stream()
                .filter(department ->
                        view.departments() == null || view.departments().contains(department.getKey()))
                .mapToLong(department -> sum(department.getValue(), statuses.toArray(TicketStatus[]::new)))
                .sum();
    }

    private static long pressing(Map<UUID, Map<DueStanding, Long>> due, DueStanding standing) {
        return due.values().stream()
                .mapToLong(counts -> counts.getOrDefault(standing, 0L))
                .sum();
    }

    private static DepartmentCount line(Department department, Map<TicketStatus, Long> counts, long overdue) {
        return new DepartmentCount(
                department.id(),
                department.name(),
                sum(counts, TicketStatus.NEW),
                sum(counts, TicketStatus.OPEN),
                sum(counts, TicketStatus.RESOLVED),
                overdue);
    }

    private static long sum(Map<TicketStatus, Long> counts, TicketStatus... statuses) {
        long sum = 0;
        for (TicketStatus status : statuses) {
            sum += counts.getOrDefault(status, 0L);
        }
        return sum;
    }

    private long counted(Actor by, DepartmentSight sight, @Nullable UUID owner) {
        Sql sql = Sql.of("""
                select count(*) as n from (
                    select 1 from ticket where workspace_id = ? and status in (1, 2) and merged_into is null
                """, by.workspace());
        sql.addIf(owner == null, "and assignee_id is null");
        if (owner != null) {
            sql.add("and assignee_id = ?", owner);
        }
        if (!sight.all()) {
            sql.add("and department_id = any (?)", sight.ids());
        }
        return sql.add("limit ?) as counted", COUNTED_MAX + 1)
                .on(jdbc)
                .query(Row.as(row -> row.big("n")))
                .single();
    }
}
