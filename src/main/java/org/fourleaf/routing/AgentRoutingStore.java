package org.fourleaf.routing;

import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves how agents get work. */
@Component
class AgentRoutingStore {

    private final JdbcClient jdbc;

    AgentRoutingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AgentRouting of(UUID workspace, UUID agent) {
        return jdbc.sql("""
                        select only_to_solve, tickets_max, chats_max, calls_max, version from agent_routing
                        where workspace_id = :w and agent_id = :agent
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> new AgentRouting(
                        agent,
                        row.flag("only_to_solve"),
                        row.numberOrNull("tickets_max"),
                        row.numberOrNull("chats_max"),
                        row.numberOrNull("calls_max"),
                        row.big("version"))))
                .optional()
                .orElse(AgentRouting.plain(agent));
    }

    /** @return whether it still had the version that was read */
    boolean put(UUID workspace, AgentRouting routing) {
        return jdbc.sql("""
                        insert into agent_routing (workspace_id, agent_id, only_to_solve, tickets_max, chats_max, calls_max, version)
                        values (:w, :agent, :only, :tickets, :chats, :calls, :version + 1)
                        on conflict (workspace_id, agent_id) do update set only_to_solve = :only, tickets_max = :tickets,
                            chats_max = :chats, calls_max = :calls, version = :version + 1
                        where agent_routing.version = :version
                        """)
                        .param("w", workspace)
                        .param("agent", routing.agent())
                        .param("only", routing.onlyToSolve())
                        .param("tickets", routing.ticketsMax())
                        .param("chats", routing.chatsMax())
                        .param("calls", routing.callsMax())
                        .param("version", routing.version())
                        .update()
                == 1;
    }
}
