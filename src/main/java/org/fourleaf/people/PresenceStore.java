package org.fourleaf.people;

import java.time.Instant;
import java.util.Collection;
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
            Instant since) {
        jdbc.sql("""
                        insert into agent_presence (workspace_id, agent_id, channel, state, reason, since)
                        values (:w, :agent, :channel, :state, :reason, :since)
                        on conflict (workspace_id, agent_id, channel) do update
                        set state = :state, reason = :reason, since = case when agent_presence.state = :state
                            then agent_presence.since else :since end
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("channel", channel.code())
                .param("state", state.code())
                .param("reason", reason)
                .param("since", Sql.bind(since))
                .update();
    }
}
