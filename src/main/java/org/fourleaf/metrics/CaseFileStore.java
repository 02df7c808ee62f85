package org.fourleaf.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.LogWindowQuery;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves what is known of cases and their tags, many at a time. */
@Component
class CaseFileStore {

    /** Whether a ticket has a tag, by the last word about it. */
    record Tagging(UUID ticket, UUID tag, long atMicros, long seq, boolean on) {

        boolean isAfter(Tagging other) {
            return atMicros != other.atMicros ? atMicros > other.atMicros : seq > other.seq;
        }
    }

    private record Again(UUID ticket, CaseEvent resolve) {}

    private final JdbcClient jdbc;
    private final RowMapper<Recorded> lines;

    CaseFileStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.lines = LogWindowQuery.lines(json);
    }

    Map<UUID, CaseFile> find(UUID workspace, Collection<UUID> tickets) {
        Map<UUID, CaseFile> files = new HashMap<>();
        if (!tickets.isEmpty()) {
            jdbc.sql("select ticket_id, file from case_file where workspace_id = :w and ticket_id = any (:tickets)")
                    .param("w", workspace)
                    .param("tickets", Sql.bind(tickets))
                    .query(Row.as(
                            row -> files.put(row.uuid("ticket_id"), CaseFile.unpacked(row.bytes("file"))) == null))
                    .list();
        }
        return files;
    }

    /** Also what is asked of single cases: who came back, and who was resolved more than once. */
    void save(UUID workspace, Map<UUID, CaseFile> files, Collection<UUID> severalResolvesBefore) {
        if (files.isEmpty()) {
            return;
        }
        Map<UUID, CaseFigures> figures = new HashMap<>();
        files.forEach((ticket, file) -> figures.put(ticket, new CaseFigures(file)));
        Columns<Map.Entry<UUID, CaseFile>> columns = Columns.of(List.copyOf(files.entrySet()));
        Columns<CaseFigures.@Nullable Comeback> comebacks = Columns.of(columns.rows().stream()
                .map(entry ->
                        Objects.requireNonNull(figures.get(entry.getKey())).comeback())
                .toList());
        jdbc.sql("""
                        insert into case_file (workspace_id, ticket_id, file, quarter, agent_id, department_id, channel, reopened_after)
                        select :w, c.* from unnest(:tickets, :files, :quarters, :agents, :departments,
                            cast(:channels as smallint[]), cast(:seconds as bigint[])) as c order by 2
                        on conflict (workspace_id, ticket_id) do update set file = excluded.file, quarter = excluded.quarter,
                            agent_id = excluded.agent_id, department_id = excluded.department_id, channel = excluded.channel,
                            reopened_after = excluded.reopened_after
                        """)
                .param("w", workspace)
                .param("tickets", columns.ids(Map.Entry::getKey))
                .param(
                        "files",
                        columns.rows().stream()
                                .map(entry -> entry.getValue().packed())
                                .toArray(byte[][]::new))
                .param(
                        "quarters",
                        comebacks.numbers(
                                back -> back == null ? null : back.received().quarter()))
                .param(
                        "agents",
                        comebacks.ids(
                                back -> back == null ? null : back.received().agent()))
                .param(
                        "departments",
                        comebacks.ids(
                                back -> back == null ? null : back.received().department()))
                .param(
                        "channels",
                        comebacks.numbers(
                                back -> back == null ? null : back.received().channel()))
                .param("seconds", comebacks.texts(back -> back == null ? null : Long.toString(back.seconds())))
                .update();
        saveSeveralResolves(workspace, figures, severalResolvesBefore);
    }

    private void saveSeveralResolves(UUID workspace, Map<UUID, CaseFigures> figures, Collection<UUID> before) {
        if (!before.isEmpty()) {
            jdbc.sql("delete from case_again where workspace_id = :w and ticket_id = any (:tickets)")
                    .param("w", workspace)
                    .param("tickets", Sql.bind(before))
                    .update();
        }
        List<Again> again = new ArrayList<>();
        figures.forEach(
                (ticket, figure) -> figure.severalResolves().forEach(resolve -> again.add(new Again(ticket, resolve))));
        if (again.isEmpty()) {
            return;
        }
        Columns<Again> columns = Columns.of(again);
        jdbc.sql("""
                        insert into case_again (workspace_id, ticket_id, seq, quarter, agent_id, department_id, channel)
                        select :w, c.* from unnest(:tickets, cast(:seqs as bigint[]), :quarters, :agents, :departments,
                            cast(:channels as smallint[])) as c
                        """)
                .param("w", workspace)
                .param("tickets", columns.ids(Again::ticket))
                .param("seqs", columns.texts(one -> Long.toString(one.resolve.seq())))
                .param("quarters", columns.numbers(one -> one.resolve.cell().quarter()))
                .param("agents", columns.ids(one -> one.resolve.agent()))
                .param("departments", columns.ids(one -> one.resolve.department()))
                .param("channels", columns.numbers(one -> one.resolve.channel()))
                .update();
    }

    List<Tagging> taggings(UUID workspace, Collection<UUID> tickets) {
        return tickets.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select ticket_id, tag_id, at_micros, seq, has from case_tag
                                where workspace_id = :w and ticket_id = any (:tickets)
                                """)
                        .param("w", workspace)
                        .param("tickets", Sql.bind(tickets))
                        .query(Row.as(row -> new Tagging(
                                row.uuid("ticket_id"),
                                row.uuid("tag_id"),
                                row.big("at_micros"),
                                row.big("seq"),
                                row.flag("has"))))
                        .list();
    }

    void saveTaggings(UUID workspace, List<Tagging> taggings) {
        if (taggings.isEmpty()) {
            return;
        }
        Columns<Tagging> columns = Columns.of(taggings);
        jdbc.sql("""
                        insert into case_tag (workspace_id, ticket_id, tag_id, at_micros, seq, has)
                        select :w, t.* from unnest(:tickets, :tags, cast(:ats as bigint[]), cast(:seqs as bigint[]),
                            cast(:has as boolean[])) as t order by 2, 3
                        on conflict (workspace_id, ticket_id, tag_id)
                        do update set at_micros = excluded.at_micros, seq = excluded.seq, has = excluded.has
                        """)
                .param("w", workspace)
                .param("tickets", columns.ids(Tagging::ticket))
                .param("tags", columns.ids(Tagging::tag))
                .param("ats", columns.texts(tagging -> Long.toString(tagging.atMicros)))
                .param("seqs", columns.texts(tagging -> Long.toString(tagging.seq)))
                .param("has", columns.flags(Tagging::on))
                .update();
    }

    /** Who tagged which ticket on which day, each once. */
    void saveTagged(UUID workspace, List<Tagged> tagged) {
        if (tagged.isEmpty()) {
            return;
        }
        Columns<Tagged> columns = Columns.of(tagged);
        jdbc.sql("""
                        insert into case_tagged (workspace_id, day, agent_id, ticket_id)
                        select :w, t.* from unnest(:days, :agents, :tickets) as t on conflict do nothing
                        """)
                .param("w", workspace)
                .param("days", columns.numbers(Tagged::day))
                .param("agents", columns.ids(Tagged::agent))
                .param("tickets", columns.ids(Tagged::ticket))
                .update();
    }

    /** A ticket an agent tagged on a day. */
    record Tagged(int day, UUID agent, UUID ticket) {}

    /**
     * What the figures have counted of the tickets already: their lines up to the position the reader stands at, the page in hand
     * not among them.
     */
    List<Recorded> counted(UUID workspace, String reader, Collection<UUID> tickets, Collection<ActivityKind> kinds) {
        return tickets.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select l.* from log l join reader r on r.workspace_id = l.workspace_id and r.name = :reader
                                where l.workspace_id = :w and l.ticket_id = any (:tickets) and l.kind = any (cast(:kinds as smallint[]))
                                    and (pg_visible_in_snapshot(l.xid, r.prev)
                                        or (r.cur is not null and l.seq <= r.seq and pg_visible_in_snapshot(l.xid, r.cur)))
                                """)
                        .param("w", workspace)
                        .param("reader", reader)
                        .param("tickets", Sql.bind(tickets))
                        .param("kinds", kinds.stream().map(ActivityKind::code).toArray(Integer[]::new))
                        .query(lines)
                        .list();
    }
}
