package org.fourleaf.slas;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.Priority;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every promise and what became of it, latest due first. Each state of each department is one ordered index scan; a page merges them. */
@Component
@Transactional(readOnly = true)
class SlaLogQuery {

    /** A page looks at so many clocks; a rare level's page may be short and still have a next. */
    private static final int WALK_MAX = 2_000;

    private static final int COUNTED_MAX = 10_000;
    private static final int CURSOR_VALUES = 4;

    /** What is asked for; nothing given narrows nothing. @param from of the due times, like {@code to}, which is not in it */
    record Filter(
            Set<ClockState> states,
            Set<ClockType> clocks,
            @Nullable UUID level,
            @Nullable UUID department,
            @Nullable Instant from,
            @Nullable Instant to) {

        Filter {
            states = states.isEmpty() ? Set.of(ClockState.values()) : Set.copyOf(states);
            clocks = clocks.isEmpty() ? Set.of(ClockType.values()) : Set.copyOf(clocks);
        }
    }

    /** The ticket of a line. */
    record TicketName(String code, String subject) {}

    /** One promise. @param open still owed */
    record Line(
            TicketName ticket,
            ClockType clock,
            ClockState state,
            boolean open,
            SlaLevel.Name level,
            SlaLevel.Name department,
            SlaLevel.@Nullable Name assignee,
            Priority priority,
            long targetSeconds,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant metAt,
            @Nullable Instant missedAt,
            @Nullable Instant endedAt) {}

    /** How many promises stand where. @param more counting stopped at its bound: there are at least so many */
    record Count(long n, boolean more) {}

    /** @param compliance met ÷ (met + missed), 0 to 100; none without either, or where counting stopped */
    record Summary(Map<ClockState, Count> states, @Nullable Double compliance, String formula) {}

    private record Place(UUID ticket, int type, int n, Instant due, boolean fits) {}

    private final JdbcClient jdbc;
    private final Departments departments;

    SlaLogQuery(JdbcClient jdbc, Departments departments) {
        this.jdbc = jdbc;
        this.departments = departments;
    }

    Page<Line> page(Actor by, Filter filter, Slice slice) {
        List<UUID> seen = seen(by, filter);
        if (seen.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        int steps =
                filter.level == null && filter.clocks.size() == ClockType.values().length ? slice.fetch() : WALK_MAX;
        List<Place> walked = walk(by.workspace(), seen, filter, slice.after(CURSOR_VALUES), steps)
                .on(jdbc)
                .query(Row.as(row -> new Place(
                        row.uuid("ticket_id"),
                        row.number("type"),
                        row.number("n"),
                        row.instant("due_at"),
                        row.flag("fits"))))
                .list();
        Page<Place> fitting = slice.page(walked.stream().filter(Place::fits).toList(), SlaLogQuery::cursor);
        String next = fitting.next() == null && walked.size() == steps
                ? cursor(walked.getLast()).encoded()
                : fitting.next();
        return new Page<>(lines(by.workspace(), fitting.items()), next);
    }

    private List<UUID> seen(Actor by, Filter filter) {
        return departments.seenBy(by).ids().stream()
                .filter(id -> filter.department == null || filter.department.equals(id))
                .toList();
    }

    private static Cursor cursor(Place last) {
        return Cursor.of(last.due, last.ticket, last.type, last.n);
    }

    /** What the plans are tested on. */
    static Sql walk(UUID workspace, List<UUID> seen, Filter filter, @Nullable Cursor after, int steps) {
        Sql sql = Sql.of("select ticket_id, type, n, due_at, fits from (");
        boolean first = true;
        for (UUID department : seen) {
            for (ClockState state : filter.states.stream().sorted().toList()) {
                sql.addIf(!first, "union all");
                sql.add("(select ticket_id, type, n, due_at, (type in (" + types(filter) + ")");
                if (filter.level != null) {
                    sql.add("and level_id = ?", filter.level);
                }
                sql.add(
                        ") as fits from sla_clock where workspace_id = ? and department_id = ? and state = "
                                + state.code(),
                        workspace,
                        department);
                between(sql, filter);
                if (after != null) {
                    sql.add(
                            "and due_at <= ? and (due_at < ? or (ticket_id, type, n) > (?, ?, ?))",
                            after.instant(0),
                            after.instant(0),
                            after.id(1),
                            after.number(2),
                            after.number(3));
                }
                sql.add("order by due_at desc, ticket_id, type, n limit ?)", steps);
                first = false;
            }
        }
        return sql.add(") as heads order by due_at desc, ticket_id, type, n limit ?", steps);
    }

    private static void between(Sql sql, Filter filter) {
        if (filter.from != null) {
            sql.add("and due_at >= ?", filter.from);
        }
        if (filter.to != null) {
            sql.add("and due_at < ?", filter.to);
        }
    }

    private static String types(Filter filter) {
        return filter.clocks.stream()
                .map(type -> String.valueOf(type.code()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private List<Line> lines(UUID workspace, List<Place> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select t.code, t.subject, c.type, c.state, c.ended_at is null as open, c.priority, c.target_seconds,
                            c.started_at, c.due_at, c.met_at, c.missed_at, c.ended_at, l.id as level_id, l.name as level_name,
                            d.id as department_id, d.name as department_name, a.id as agent_id, a.name as agent_name
                        from unnest(cast(:tickets as uuid[]), cast(:types as smallint[]), cast(:ns as int[]))
                            with ordinality as wanted(ticket, type, n, place)
                        join sla_clock c on c.workspace_id = :w and c.ticket_id = wanted.ticket and c.type = wanted.type
                            and c.n = wanted.n
                        join ticket t on t.workspace_id = :w and t.id = c.ticket_id
                        join sla_level l on l.workspace_id = :w and l.id = c.level_id
                        join department d on d.workspace_id = :w and d.id = c.department_id
                        left join agent a on a.workspace_id = :w and a.id = t.assignee_id
                        order by wanted.place
                        """)
                .param("w", workspace)
                .param("tickets", places.stream().map(Place::ticket).toArray(UUID[]::new))
                .param("types", places.stream().map(Place::type).toArray(Integer[]::new))
                .param("ns", places.stream().map(Place::n).toArray(Integer[]::new))
                .query(Row.as(SlaLogQuery::line))
                .list();
    }

    private static Line line(Row row) throws SQLException {
        UUID agent = row.uuidOrNull("agent_id");
        return new Line(
                new TicketName(row.text("code"), row.text("subject")),
                ClockType.ofCode(row.number("type")),
                ClockState.ofCode(row.number("state")),
                row.flag("open"),
                new SlaLevel.Name(row.uuid("level_id"), row.text("level_name")),
                new SlaLevel.Name(row.uuid("department_id"), row.text("department_name")),
                agent == null ? null : new SlaLevel.Name(agent, row.text("agent_name")),
                Priority.ofCode(row.number("priority")),
                row.big("target_seconds"),
                row.instant("started_at"),
                row.instant("due_at"),
                row.instantOrNull("met_at"),
                row.instantOrNull("missed_at"),
                row.instantOrNull("ended_at"));
    }

    /** How many promises of the filter stand where; each state is counted up to a bound. */
    Summary summary(Actor by, Filter filter) {
        List<UUID> seen = seen(by, filter);
        Map<ClockState, Count> states = new EnumMap<>(ClockState.class);
        for (ClockState state : filter.states) {
            states.put(state, seen.isEmpty() ? new Count(0, false) : count(by.workspace(), seen, filter, state));
        }
        Count met = states.getOrDefault(ClockState.MET, new Count(0, false));
        Count missed = states.getOrDefault(ClockState.MISSED, new Count(0, false));
        boolean known = !met.more && !missed.more && met.n + missed.n > 0 && filter.states.size() > 1;
        return new Summary(states, known ? 100.0 * met.n / (met.n + missed.n) : null, "met / (met + missed)");
    }

    private Count count(UUID workspace, List<UUID> seen, Filter filter, ClockState state) {
        Sql sql = Sql.of(
                "select count(*) as n from (select 1 from sla_clock where workspace_id = ? and department_id = any (?)"
                        + " and state = " + state.code() + " and type in (" + types(filter) + ")",
                workspace,
                new ArrayList<>(seen));
        if (filter.level != null) {
            sql.add("and level_id = ?", filter.level);
        }
        between(sql, filter);
        long n = sql.add("limit ?) as counted", COUNTED_MAX + 1)
                .on(jdbc)
                .query(Row.as(row -> row.big("n")))
                .single();
        return new Count(Math.min(n, COUNTED_MAX), n > COUNTED_MAX);
    }
}
