package org.fourleaf.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Saves who answered each customer last. */
@Component
class CustomerServerStore {

    /** An agent's answer to a customer. */
    record Served(UUID customer, UUID agent, Instant at) {}

    private final JdbcClient jdbc;

    CustomerServerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most one a customer; an older answer than the one known changes nothing. */
    void put(UUID workspace, List<Served> served) {
        Columns<Served> columns = Columns.of(served);
        jdbc.sql("""
                        insert into customer_server as known (workspace_id, customer_id, agent_id, at)
                        select :w, n.customer, n.agent, n.at
                        from unnest(:customers, :agents, cast(:ats as timestamptz[])) as n(customer, agent, at)
                        join agent a on a.workspace_id = :w and a.id = n.agent
                        on conflict (workspace_id, customer_id) do update set agent_id = excluded.agent_id, at = excluded.at
                        where known.at <= excluded.at
                        """)
                .param("w", workspace)
                .param("customers", columns.ids(Served::customer))
                .param("agents", columns.ids(Served::agent))
                .param("ats", columns.instants(Served::at))
                .update();
    }
}
