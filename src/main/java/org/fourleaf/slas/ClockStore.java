package org.fourleaf.slas;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves clocks, many tickets' in one statement. */
@Component
class ClockStore {

    private static final String COLUMNS = """
            ticket_id, type, n, department_id, level_id, stamp, priority, target_seconds, started_at, due_at, warn_at, warned_at, met_at,
            missed_at, ended_at, turns, counted_from, carried_micros, carried_pause
            """;

    private final JdbcClient jdbc;

    ClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last of each type, by ticket. */
    Map<UUID, List<SlaClock>> latest(UUID workspace, Collection<UUID> tickets) {
        return jdbc
                .sql("select distinct on (ticket_id, type) " + COLUMNS + """
                        from sla_clock where workspace_id = :w and ticket_id = any (:ids) order by ticket_id, type, n desc
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(tickets))
                .query(Row.as(ClockStore::clock))
                .list()
                .stream()
                .collect(Collectors.groupingBy(SlaClock::ticket));
    }

    /** The newest of one ticket, in the order they started. */
    List<SlaClock> all(UUID workspace, UUID ticket, int limit) {
        return jdbc.sql("select * from (select " + COLUMNS + """
                        from sla_clock where workspace_id = :w and ticket_id = :ticket
                        order by ended_at desc nulls first, type, n desc limit :limit) as newest
                        order by started_at, type, n
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("limit", limit)
                .query(Row.as(ClockStore::clock))
                .list();
    }

    void save(UUID workspace, List<SlaClock> clocks) {
        Columns<SlaClock> columns = Columns.of(clocks);
        jdbc.sql("""
                        insert into sla_clock (workspace_id, ticket_id, type, n, department_id, level_id, stamp, priority, state,
                            target_seconds, started_at, due_at, warn_at, warned_at, met_at, missed_at, ended_at, turns, counted_from,
                            carried_micros, carried_pause, next_at)
                        select :w, ticket, type, n, department, level, stamp, priority, state, target, started, due, warn, warned, met,
                            missed, ended, cast(turns as timestamptz[]), counted, carried, carried_pause, next
                        from unnest(:tickets, cast(:types as smallint[]), cast(:ns as int[]), :departments, :levels,
                            cast(:stamps as bigint[]), cast(:priorities as smallint[]), cast(:states as smallint[]),
                            cast(:targets as bigint[]), cast(:starts as timestamptz[]), cast(:dues as timestamptz[]),
                            cast(:warns as timestamptz[]), cast(:warneds as timestamptz[]), cast(:mets as timestamptz[]),
                            cast(:misseds as timestamptz[]), cast(:endeds as timestamptz[]), :turns, cast(:counted as timestamptz[]),
                            cast(:carried as bigint[]), cast(:carriedPauses as bigint[]), cast(:nexts as timestamptz[]))
                            as c(ticket, type, n, department, level, stamp, priority, state, target, started, due, warn, warned, met,
                                missed, ended, turns, counted, carried, carried_pause, next)
                        on conflict (workspace_id, ticket_id, type, n) do update
                        set department_id = excluded.department_id, level_id = excluded.level_id, stamp = excluded.stamp,
                            priority = excluded.priority, state = excluded.state, target_seconds = excluded.target_seconds,
                            due_at = excluded.due_at, warn_at = excluded.warn_at, warned_at = excluded.warned_at,
                            met_at = excluded.met_at, missed_at = excluded.missed_at, ended_at = excluded.ended_at,
                            turns = excluded.turns, counted_from = excluded.counted_from, carried_micros = excluded.carried_micros,
                            carried_pause = excluded.carried_pause, next_at = excluded.next_at
                        """)
                .param("w", workspace)
                .param("tickets", columns.ids(SlaClock::ticket))
                .param("types", columns.numbers(clock -> clock.type().code()))
                .param("ns", columns.numbers(SlaClock::n))
                .param("departments", columns.ids(SlaClock::department))
                .param("levels", columns.ids(SlaClock::level))
                .param("stamps", columns.texts(clock -> Long.toString(clock.stamp())))
                .param("priorities", columns.numbers(clock -> clock.priority().code()))
                .param("states", columns.numbers(clock -> clock.state().code()))
                .param("targets", columns.texts(clock -> Long.toString(clock.targetSeconds())))
                .param("starts", columns.instants(SlaClock::startedAt))
                .param("dues", columns.instants(SlaClock::dueAt))
                .param("warns", columns.instants(SlaClock::warnAt))
                .param("warneds", columns.instants(SlaClock::warnedAt))
                .param("mets", columns.instants(SlaClock::metAt))
                .param("misseds", columns.instants(SlaClock::missedAt))
                .param("endeds", columns.instants(SlaClock::endedAt))
                .param("turns", columns.texts(ClockStore::written))
                .param("counted", columns.instants(SlaClock::countedFrom))
                .param("carried", columns.texts(clock -> Long.toString(clock.carriedMicros())))
                .param("carriedPauses", columns.texts(clock -> Long.toString(clock.carriedPauseMicros())))
                .param("nexts", columns.instants(SlaClock::nextAt))
                .update();
    }

    private static String written(SlaClock clock) {
        return clock.turns().stream().map(Instant::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** Tickets with a clock that something is to happen to, soonest first. */
    List<UUID> due(UUID workspace, Instant moment, int limit) {
        return jdbc.sql("""
                        select ticket_id from (
                            select ticket_id, next_at from sla_clock where workspace_id = :w and next_at < :moment
                            order by next_at, ticket_id limit :limit) as soonest
                        group by ticket_id order by min(next_at)
                        """)
                .param("w", workspace)
                .param("moment", Sql.bind(moment))
                .param("limit", limit)
                .query(Row.as(row -> row.uuid("ticket_id")))
                .list();
    }

    /** Tickets with an open clock of a level that was computed by another edition than this. */
    List<UUID> outdated(UUID workspace, UUID level, long stamp, int limit) {
        return jdbc.sql("""
                        select distinct ticket_id from (
                            (select ticket_id from sla_clock where workspace_id = :w and level_id = :level and stamp < :stamp
                                and ended_at is null limit :limit)
                            union all
                            (select ticket_id from sla_clock where workspace_id = :w and level_id = :level and stamp > :stamp
                                and ended_at is null limit :limit)) as old
                        limit :limit
                        """)
                .param("w", workspace)
                .param("level", level)
                .param("stamp", stamp)
                .param("limit", limit)
                .query(Row.as(row -> row.uuid("ticket_id")))
                .list();
    }

    /** How many open clocks a level has, and how many of them still wait for its newest edition; counted up to a bound. */
    record Use(long open, long outdated) {}

    Use use(UUID workspace, UUID level, long stamp, int max) {
        return jdbc.sql("""
                        select
                            (select count(*) from (select 1 from sla_clock where workspace_id = :w and level_id = :level
                                and ended_at is null limit :max) as o) as open,
                            (select count(*) from (select 1 from sla_clock where workspace_id = :w and level_id = :level
                                and ended_at is null and stamp < :stamp limit :max) as s) as outdated
                        """)
                .param("w", workspace)
                .param("level", level)
                .param("stamp", stamp)
                .param("max", max)
                .query(Row.as(row -> new Use(row.big("open"), row.big("outdated"))))
                .single();
    }

    /** When the next clock of a workspace is due. */
    record Turn(UUID workspace, Instant at) {}

    List<Turn> nextTurns() {
        return jdbc.sql("select workspace, next_at from workspaces_next_sla_turn() order by next_at")
                .query(Row.as(row -> new Turn(row.uuid("workspace"), row.instant("next_at"))))
                .list();
    }

    /** When and how a ticket got the level it has. */
    record Given(Instant at, @Nullable String by, @Nullable UUID rule) {}

    Optional<Given> given(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select l.at, a.name, cast(l.facts ->> 'rule' as uuid) as rule from log l
                        left join agent a on a.workspace_id = :w and a.id = l.by_id
                        where l.workspace_id = :w and l.ticket_id = :ticket and l.kind = 85 order by l.seq desc limit 1
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> new Given(row.instant("at"), row.textOrNull("name"), row.uuidOrNull("rule"))))
                .optional();
    }

    void moveDepartment(UUID workspace, UUID from, UUID into) {
        jdbc.sql("update sla_clock set department_id = :into where workspace_id = :w and department_id = :from")
                .param("w", workspace)
                .param("from", from)
                .param("into", into)
                .update();
    }

    /** Where tickets stood since they came, from the log. */
    Map<UUID, Timeline> timelines(UUID workspace, Collection<Ticket> tickets) {
        Map<UUID, List<Timeline.Stay>> stays = new HashMap<>();
        jdbc.sql("""
                        select ticket_id, at, kind, facts ->> 'to' as status from log
                        where workspace_id = :w and ticket_id = any (:ids) and kind in (12, 13, 48) order by seq
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(tickets.stream().map(Ticket::id).toList()))
                .query(Row.as(row -> {
                    int kind = row.number("kind");
                    String status = row.textOrNull("status");
                    @Nullable
                    TicketStatus to = kind == ActivityKind.TICKET_STATUS_CHANGED.code() && status != null
                            ? TicketStatus.named(status)
                            : null;
                    return Map.entry(
                            row.uuid("ticket_id"), new Change(row.instant("at"), kind, Optional.ofNullable(to)));
                }))
                .list()
                .forEach(entry -> {
                    List<Timeline.Stay> known =
                            Objects.requireNonNull(stays.computeIfAbsent(entry.getKey(), ticket -> new ArrayList<>()));
                    Change change = entry.getValue();
                    known.add(new Timeline.Stay(
                            change.at,
                            change.kind == ActivityKind.TICKET_UNMERGED.code()
                                    ? before(known)
                                    : change.to.orElse(null)));
                });
        Map<UUID, Timeline> timelines = new HashMap<>();
        for (Ticket ticket : tickets) {
            timelines.put(ticket.id(), timeline(ticket, stays.getOrDefault(ticket.id(), List.of())));
        }
        return timelines;
    }

    private record Change(Instant at, int kind, Optional<TicketStatus> to) {}

    /** A ticket that comes back from a merge stands where it stood. */
    private static TicketStatus before(List<Timeline.Stay> known) {
        for (Timeline.Stay stay : known.reversed()) {
            if (stay.status() != null) {
                return stay.status();
            }
        }
        return TicketStatus.NEW;
    }

    private static Timeline timeline(Ticket ticket, List<Timeline.Stay> changes) {
        if (changes.isEmpty()) {
            return Timeline.of(ticket);
        }
        List<Timeline.Stay> all = new ArrayList<>();
        all.add(new Timeline.Stay(ticket.createdAt(), TicketStatus.NEW));
        all.addAll(changes);
        if (ticket.mergedInto() == null && all.getLast().status() != ticket.status()) {
            all.add(new Timeline.Stay(ticket.statusSince(), ticket.status()));
        }
        return new Timeline(all);
    }

    static SlaClock clock(Row row) throws SQLException {
        return new SlaClock(
                row.uuid("ticket_id"),
                ClockType.ofCode(row.number("type")),
                row.number("n"),
                row.uuid("department_id"),
                row.uuid("level_id"),
                row.big("stamp"),
                Priority.ofCode(row.number("priority")),
                row.big("target_seconds"),
                row.instant("started_at"),
                row.instant("due_at"),
                row.instantOrNull("warn_at"),
                row.instantOrNull("warned_at"),
                row.instantOrNull("met_at"),
                row.instantOrNull("missed_at"),
                row.instantOrNull("ended_at"),
                instants(row.set().getArray("turns")),
                row.instant("counted_from"),
                row.big("carried_micros"),
                row.big("carried_pause"));
    }

    private static List<Instant> instants(Array array) throws SQLException {
        List<Instant> instants = new ArrayList<>();
        for (Timestamp moment : (Timestamp[]) array.getArray()) {
            instants.add(moment.toInstant());
        }
        return instants;
    }
}
