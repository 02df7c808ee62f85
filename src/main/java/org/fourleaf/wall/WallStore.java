package org.fourleaf.wall;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Loads and saves entries and who likes them. */
@Component
class WallStore {

    /** What the reader may not see. @param badges those that may be shown @param leads also what was hidden */
    record Narrowing(Set<String> badges, Set<UUID> hiddenAgents, boolean leads) {}

    /** How colleagues took an entry. @param likers some of them, the latest first */
    record Echo(int likes, boolean liked, int comments, List<UUID> likers) {

        static final Echo NONE = new Echo(0, false, 0, List.of());
    }

    private static final int LIKERS_SHOWN = 5;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WallStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return those that were not there */
    Set<UUID> insert(UUID workspace, List<WallEntry> entries) {
        Columns<WallEntry> columns = Columns.of(entries);
        return Set.copyOf(jdbc.sql("""
                        insert into wall_entry (workspace_id, id, at, kind, agent_id, by_id, subject, facts, source_seq)
                        select :w, e.id, e.at, e.kind, e.agent, e.by, e.subject, e.facts, e.seq
                        from unnest(:ids, cast(:ats as timestamptz[]), cast(:kinds as smallint[]), :agents, :bys, :subjects,
                            cast(:facts as jsonb[]), cast(:seqs as bigint[])) as e(id, at, kind, agent, by, subject, facts, seq)
                        on conflict do nothing returning id
                        """)
                .param("w", workspace)
                .param("ids", columns.ids(WallEntry::id))
                .param("ats", columns.instants(WallEntry::at))
                .param("kinds", columns.numbers(entry -> entry.kind().code()))
                .param("agents", columns.ids(WallEntry::agent))
                .param("bys", columns.ids(WallEntry::by))
                .param("subjects", columns.texts(WallEntry::subject))
                .param("facts", columns.texts(entry -> entry.facts().toString()))
                .param("seqs", columns.texts(entry -> Long.toString(entry.seq())))
                .query(Row.as(row -> row.uuid("id")))
                .list());
    }

    /**
     * What is no more, of what was before.
     *
     * @param agent whose, if it may be several agents'
     * @param period which of several times, if it may have been won more than once
     */
    record Taken(
            WallKind kind,
            String subject,
            @Nullable UUID agent,
            @Nullable Integer period,
            long seq) {

        boolean takes(WallEntry entry) {
            return entry.kind() == kind
                    && entry.subject().equals(subject)
                    && entry.seq() < seq
                    && (agent == null || agent.equals(entry.agent()))
                    && (period == null || entry.facts().path("period").asInt(0) == period);
        }
    }

    /** With what colleagues said and liked. */
    void take(UUID workspace, List<Taken> taken) {
        Columns<Taken> columns = Columns.of(taken);
        jdbc.sql("""
                        delete from wall_entry e
                        using unnest(cast(:kinds as smallint[]), :subjects, :agents, :periods, cast(:seqs as bigint[]))
                            as t(kind, subject, agent, period, seq)
                        where e.workspace_id = :w and e.kind = t.kind and e.subject = t.subject and e.source_seq < t.seq
                            and (t.agent is null or e.agent_id = t.agent)
                            and (t.period is null or cast(e.facts ->> 'period' as int) = t.period)
                        """)
                .param("w", workspace)
                .param("kinds", columns.numbers(each -> each.kind().code()))
                .param("subjects", columns.texts(Taken::subject))
                .param("agents", columns.ids(Taken::agent))
                .param("periods", columns.numbers(Taken::period))
                .param("seqs", columns.texts(each -> Long.toString(each.seq())))
                .update();
    }

    /** The newest first. @param kind none for all */
    List<WallEntry> page(UUID workspace, Narrowing narrowing, @Nullable WallKind kind, Slice slice) {
        Cursor after = slice.after(2);
        Sql sql = select(workspace, narrowing).addIf(kind != null, "and e.kind = ?", kind == null ? null : kind.code());
        if (after != null) {
            sql.add("and (e.at, e.id) < (?, ?)", after.instant(0), after.id(1));
        }
        return sql.add("order by e.at desc, e.id desc limit ?", slice.fetch())
                .on(jdbc)
                .query(Row.as(this::entry))
                .list();
    }

    Optional<WallEntry> find(UUID workspace, Narrowing narrowing, UUID id) {
        return select(workspace, narrowing)
                .add("and e.id = ?", id)
                .on(jdbc)
                .query(Row.as(this::entry))
                .optional();
    }

    private static Sql select(UUID workspace, Narrowing narrowing) {
        return Sql.of("select e.* from wall_entry e where e.workspace_id = ?", workspace)
                .add(
                        "and (e.kind <> ? or e.subject = any (?))",
                        WallKind.BADGE.code(),
                        narrowing.badges.toArray(String[]::new))
                .addIf(!narrowing.leads, "and e.hidden_at is null")
                .addIf(
                        !narrowing.hiddenAgents.isEmpty(),
                        "and (e.agent_id is null or not e.agent_id = any (?))",
                        narrowing.hiddenAgents);
    }

    /** @param reader none for nobody's */
    Map<UUID, Echo> echoes(UUID workspace, Collection<UUID> entries, @Nullable UUID reader) {
        Map<UUID, Echo> echoes = new HashMap<>();
        jdbc.sql("""
                        select e.id, l.n as likes, l.mine,
                            array(select k.agent_id from wall_like k where k.workspace_id = :w and k.entry_id = e.id
                                order by k.at desc limit :likers) as likers,
                            (select count(*) from wall_comment c where c.workspace_id = :w and c.entry_id = e.id and c.hidden_at is null)
                                as comments
                        from unnest(cast(:entries as uuid[])) as e(id)
                        cross join lateral (select count(*) as n, coalesce(bool_or(agent_id = cast(:reader as uuid)), false) as mine
                            from wall_like where workspace_id = :w and entry_id = e.id) as l
                        """)
                .param("likers", LIKERS_SHOWN)
                .param("w", workspace)
                .param("entries", Sql.bind(entries))
                .param("reader", reader)
                .query(Row.as(row -> echoes.put(
                                row.uuid("id"),
                                new Echo(
                                        row.number("likes"),
                                        row.flag("mine"),
                                        row.number("comments"),
                                        row.uuids("likers")))
                        == null))
                .list();
        return echoes;
    }

    /** @return whether they had not yet */
    boolean like(UUID workspace, UUID entry, UUID agent, Instant at) {
        return jdbc.sql("""
                        insert into wall_like (workspace_id, entry_id, agent_id, at) values (:w, :entry, :agent, :at)
                        on conflict do nothing
                        """)
                        .param("w", workspace)
                        .param("entry", entry)
                        .param("agent", agent)
                        .param("at", Sql.bind(at))
                        .update()
                == 1;
    }

    void unlike(UUID workspace, UUID entry, UUID agent) {
        jdbc.sql("delete from wall_like where workspace_id = :w and entry_id = :entry and agent_id = :agent")
                .param("w", workspace)
                .param("entry", entry)
                .param("agent", agent)
                .update();
    }

    /** @param by none to show it again */
    void hide(UUID workspace, UUID entry, @Nullable UUID by, Instant at) {
        jdbc.sql("""
                        update wall_entry set hidden_by = cast(:by as uuid),
                            hidden_at = case when cast(:by as uuid) is null then null else cast(:at as timestamptz) end
                        where workspace_id = :w and id = :entry
                        """)
                .param("w", workspace)
                .param("entry", entry)
                .param("by", by)
                .param("at", Sql.bind(at))
                .update();
    }

    private WallEntry entry(Row row) throws SQLException {
        return new WallEntry(
                row.uuid("id"),
                row.instant("at"),
                WallKind.ofCode(row.number("kind")),
                row.uuidOrNull("agent_id"),
                row.uuidOrNull("by_id"),
                row.text("subject"),
                json.readValue(row.text("facts"), ObjectNode.class),
                row.big("source_seq"),
                row.instantOrNull("hidden_at") != null);
    }
}
