package org.fourleaf.points;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Slice;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves points, with their sums by day, and what a workspace changed of the rules. */
@Component
class PointStore {

    private static final RowMapper<PointEntry> ENTRY = Row.as(PointStore::entry);

    /** What an agent got by a rule on a day. */
    record Given(UUID agent, int day, String rule) {}

    private final JdbcClient jdbc;

    PointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PointRule> rules(UUID workspace) {
        Map<String, PointRule> changed = new HashMap<>();
        Map<String, PointRule> shipped = new HashMap<>();
        PointRule.shipped().forEach(rule -> shipped.put(rule.id(), rule));
        jdbc.sql("select * from point_rule where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> {
                    PointRule rule = shipped.get(row.text("id"));
                    if (rule != null) {
                        changed.put(
                                rule.id(),
                                rule.with(
                                        row.number("points"),
                                        row.number("per_day_max"),
                                        row.numberOrNull("within_seconds"),
                                        row.flag("active"),
                                        row.big("version")));
                    }
                    return row.text("id");
                }))
                .list();
        return PointRule.shipped().stream()
                .map(rule -> changed.getOrDefault(rule.id(), rule))
                .toList();
    }

    boolean save(UUID workspace, PointRule rule) {
        return jdbc.sql("""
                        insert into point_rule as r (workspace_id, id, points, per_day_max, within_seconds, active)
                        values (:w, :id, :points, :max, :within, :active)
                        on conflict (workspace_id, id) do update set points = excluded.points, per_day_max = excluded.per_day_max,
                            within_seconds = excluded.within_seconds, active = excluded.active, version = r.version + 1
                            where r.version = :version
                        """)
                        .param("w", workspace)
                        .param("id", rule.id())
                        .param("points", rule.points())
                        .param("max", rule.perDayMax())
                        .param("within", rule.withinSeconds())
                        .param("active", rule.active())
                        .param("version", rule.version())
                        .update()
                == 1;
    }

    void insert(UUID workspace, List<PointEntry> entries) {
        Columns<PointEntry> columns = Columns.of(entries);
        jdbc.sql("""
                        insert into point_entry (workspace_id, id, agent_id, rule, points, at, day, ticket_id, source_kind, source_seq, reverses)
                        select :w, e.* from unnest(:ids, :agents, :rules, :points, cast(:ats as timestamptz[]), :days, :tickets,
                            cast(:kinds as smallint[]), cast(:seqs as bigint[]), :reverses) as e
                        """)
                .param("w", workspace)
                .param("ids", columns.ids(PointEntry::id))
                .param("agents", columns.ids(PointEntry::agent))
                .param("rules", columns.texts(PointEntry::rule))
                .param("points", columns.numbers(PointEntry::points))
                .param("ats", columns.instants(PointEntry::at))
                .param("days", columns.numbers(PointEntry::day))
                .param("tickets", columns.ids(PointEntry::ticket))
                .param("kinds", columns.numbers(entry -> entry.kind().code()))
                .param("seqs", columns.texts(entry -> Long.toString(entry.seq())))
                .param("reverses", columns.ids(PointEntry::reverses))
                .update();
        jdbc.sql("""
                        insert into point_day as d (workspace_id, day, agent_id, points)
                        select :w, e.day, e.agent, sum(e.points) from unnest(:days, :agents, :points) as e(day, agent, points)
                        group by 2, 3 order by 2, 3
                        on conflict (workspace_id, day, agent_id) do update set points = d.points + excluded.points
                        """)
                .param("w", workspace)
                .param("days", columns.numbers(PointEntry::day))
                .param("agents", columns.ids(PointEntry::agent))
                .param("points", columns.numbers(PointEntry::points))
                .update();
    }

    /** What the agents got on the days by each rule, what was taken back too. */
    Map<Given, Integer> given(UUID workspace, Collection<UUID> agents, int from, int to) {
        Map<Given, Integer> given = new HashMap<>();
        jdbc.sql("""
                        select agent_id, day, rule, sum(points) as points from point_entry
                        where workspace_id = :w and agent_id = any (:agents) and day >= :from and day <= :to and reverses is null
                        group by agent_id, day, rule
                        """)
                .param("w", workspace)
                .param("agents", Sql.bind(agents))
                .param("from", from)
                .param("to", to)
                .query(Row.as(row -> given.put(
                                new Given(row.uuid("agent_id"), row.number("day"), row.text("rule")),
                                row.number("points"))
                        == null))
                .list();
        return given;
    }

    /** What was given for the tickets and not taken back, in order. */
    List<PointEntry> standing(UUID workspace, Collection<UUID> tickets) {
        return jdbc.sql("""
                        select e.* from point_entry e where e.workspace_id = :w and e.ticket_id = any (:tickets) and e.reverses is null
                            and not exists (select 1 from point_entry r where r.workspace_id = :w and r.reverses = e.id)
                        order by e.source_seq
                        """)
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .query(ENTRY)
                .list();
    }

    /** Newest first. */
    List<PointEntry> page(UUID workspace, UUID agent, Slice slice) {
        Cursor after = slice.after(2);
        Sql sql = Sql.of("select * from point_entry where workspace_id = ? and agent_id = ?", workspace, agent);
        if (after != null) {
            sql.add("and (at, id) < (?, ?)", after.instant(0), after.id(1));
        }
        return sql.add("order by at desc, id desc limit ?", slice.fetch())
                .on(jdbc)
                .query(ENTRY)
                .list();
    }

    Optional<PointEntry> find(UUID workspace, UUID id) {
        return jdbc.sql("select * from point_entry where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(ENTRY)
                .optional();
    }

    /** The entry that took one back. */
    Optional<UUID> reversal(UUID workspace, UUID entry) {
        return jdbc.sql("select id from point_entry where workspace_id = :w and reverses = :entry")
                .param("w", workspace)
                .param("entry", entry)
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    private static PointEntry entry(Row row) throws SQLException {
        return new PointEntry(
                row.uuid("id"),
                row.uuid("agent_id"),
                row.text("rule"),
                row.number("points"),
                row.instant("at"),
                row.number("day"),
                row.uuidOrNull("ticket_id"),
                ActivityKind.ofCode(row.number("source_kind")),
                row.big("source_seq"),
                row.uuidOrNull("reverses"));
    }

    /** Of lines at which tickets were resolved, those that were the first of their ticket, after one contact and never handed between agents. */
    Set<Long> firstContacts(UUID workspace, List<Recorded> resolved) {
        Columns<Recorded> columns = Columns.of(resolved);
        return new HashSet<>(jdbc.sql("""
                        select r.seq from unnest(:tickets, cast(:seqs as bigint[])) as r(ticket, seq)
                        join log l on l.workspace_id = :w and l.ticket_id = r.ticket and l.seq <= r.seq and l.kind in (%d, %d, %d, %d, %d)
                        group by r.ticket, r.seq
                        having count(*) filter (where l.kind = %d) = 1
                            and count(*) filter (where l.kind in (%d, %d) or (l.kind = %d and l.facts ->> 'direction' is distinct from 'out')) = 1
                            and count(*) filter (where l.kind = %d and l.facts ->> 'from_agent' is not null
                                and l.facts ->> 'to_agent' is not null and l.facts ->> 'from_agent' <> l.facts ->> 'to_agent') = 0
                        """.formatted(
                                ActivityKind.TICKET_RESOLVED.code(),
                                ActivityKind.MESSAGE_RECEIVED.code(),
                                ActivityKind.CHAT_STARTED.code(),
                                ActivityKind.CALL_STARTED.code(),
                                ActivityKind.TICKET_TRANSFERRED.code(),
                                ActivityKind.TICKET_RESOLVED.code(),
                                ActivityKind.MESSAGE_RECEIVED.code(),
                                ActivityKind.CHAT_STARTED.code(),
                                ActivityKind.CALL_STARTED.code(),
                                ActivityKind.TICKET_TRANSFERRED.code()))
                .param("w", workspace)
                .param("tickets", columns.ids(Recorded::ticket))
                .param("seqs", columns.texts(line -> Long.toString(line.seq())))
                .query(Row.as(row -> row.big("seq")))
                .list());
    }
}
