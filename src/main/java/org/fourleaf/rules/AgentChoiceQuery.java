package org.fourleaf.rules;

import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a rule hands a ticket to when it names nobody. */
@Component
class AgentChoiceQuery {

    private final JdbcClient jdbc;

    AgentChoiceQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those who solve in the department: who is online before who is not, then who holds the fewest waiting tickets. */
    Optional<UUID> leastBusy(UUID workspace, UUID department) {
        return jdbc.sql("""
                        select m.agent_id from department_member m
                        join agent a on a.workspace_id = :w and a.id = m.agent_id and a.deactivated_at is null
                        left join agent_presence p on p.workspace_id = :w and p.agent_id = m.agent_id and p.channel = 1
                        where m.workspace_id = :w and m.department_id = :department and m.role >= 2 and m.solves
                        order by coalesce(p.state, 3) = 1 desc, (select count(*) from ticket t
                                where t.workspace_id = :w and t.assignee_id = m.agent_id and t.status in (1, 2)
                                    and t.merged_into is null), m.agent_id
                        limit 1
                        """)
                .param("w", workspace)
                .param("department", department)
                .query(Row.as(row -> row.uuid("agent_id")))
                .optional();
    }

    /** Who answered this ticket last, else this customer; none who is gone. */
    Optional<UUID> lastAgent(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select a.id from agent a where a.workspace_id = :w and a.deactivated_at is null and a.id = coalesce(
                            (select m.author_id from message m where m.workspace_id = :w and m.ticket_id = :ticket
                                and m.type = 2 and m.author_kind = 1 order by m.at desc, m.id desc limit 1),
                            (select s.agent_id from ticket t join customer_server s
                                on s.workspace_id = :w and s.customer_id = t.customer_id
                                where t.workspace_id = :w and t.id = :ticket))
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }
}
