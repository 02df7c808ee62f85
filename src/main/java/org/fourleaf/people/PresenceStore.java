package org.fourleaf.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves what agents are at now. */
@Component
class PresenceStore {

    private record StateOf(UUID agent, PresenceState state) {}

    private final JdbcClient jdbc;

    PresenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Online if on any channel, else paused if on any; those who never said anything are left out. */
    Map<UUID, PresenceState> of(UUID workspace, Collection<UUID> agents) {
        return jdbc
                .sql("""
                        select agent_id, min(state) as state from agent_presence
                        where workspace_id = :w and agent_id = any (:agents) group by agent_id
                        """)
                .param("w", workspace)
                .param("agents", Sql.bind(agents))
                .query(Row.as(row -> new StateOf(row.uuid("agent_id"), PresenceState.ofCode(row.number("state")))))
                .list()
                .stream()
                .collect(Collectors.toMap(StateOf::agent, StateOf::state));
    }

    void put(
            UUID workspace,
            UUID agent,
            PresenceChannel channel,
            PresenceState state,
            @Nullable String reason,
            Instant since,
            boolean byBrowser) {
        jdbc.sql("""
                        insert into agent_presence (workspace_id, agent_id, channel, state, reason, since, by_browser)
                        values (:w, :agent, :channel, :state, :reason, :since, :byBrowser)
                        on conflict (workspace_id, agent_id, channel) do update
                        set state = :state, reason = :reason, by_browser = :byBrowser, since = case when agent_presence.state = :state
                            then agent_presence.since else :since end
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("channel", channel.code())
                .param("state", state.code())
                .param("reason", reason)
                .param("since", Sql.bind(since))
                .param("byBrowser", byBrowser)
                .update();
    }

    /** What each of them is at, per channel, by agent and channel; nothing for one who never said. */
    Map<UUID, List<Presence.OnChannel>> each(UUID workspace, Collection<UUID> agents) {
        return jdbc
                .sql("""
                        select agent_id, channel, state, reason, since from agent_presence
                        where workspace_id = :w and agent_id = any (:agents) order by agent_id, channel
                        """)
                .param("w", workspace)
                .param("agents", Sql.bind(agents))
                .query(Row.as(row -> Map.entry(
                        row.uuid("agent_id"),
                        new Presence.OnChannel(
                                PresenceChannel.ofCode(row.number("channel")),
                                PresenceState.ofCode(row.number("state")),
                                row.textOrNull("reason"),
                                row.instant("since")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Agents who said in a browser that they are there, and whose browsers have all been silent since. */
    List<UUID> gone(UUID workspace, Instant silentSince, int limit) {
        return jdbc.sql("""
                        select distinct p.agent_id from agent_presence p
                        where p.workspace_id = :w and p.state < 3 and p.by_browser and p.since < :silent
                            and not exists (select 1 from session s
                                where s.workspace_id = :w and s.agent_id = p.agent_id and s.seen_at >= :silent)
                        limit :limit
                        """)
                .param("w", workspace)
                .param("silent", Sql.bind(silentSince))
                .param("limit", limit)
                .query(Row.as(row -> row.uuid("agent_id")))
                .list();
    }

    /** Agents in order of name, all or some. */
    List<PersonName> named(UUID workspace, @Nullable Collection<UUID> of, int limit) {
        Sql sql = Sql.of(
                "select id, email, name from agent where workspace_id = ? and deactivated_at is null", workspace);
        if (of != null) {
            sql.add("and id = any (?)", of);
        }
        return sql.add("order by name, id limit ?", limit)
                .on(jdbc)
                .query(Row.as(row -> new PersonName(row.uuid("id"), row.text("email"), row.text("name"))))
                .list();
    }
}
