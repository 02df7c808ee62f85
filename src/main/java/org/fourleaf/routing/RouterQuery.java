package org.fourleaf.routing;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.RoutingMode;
import org.fourleaf.departments.SolveOrder;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the router must know: which departments offer tickets, to whom, and which tickets wait at their heads. */
@Component
class RouterQuery {

    /** A department that offers its tickets. */
    record Pushing(UUID id, RoutingMode mode, SolveOrder order) {}

    private final JdbcClient jdbc;

    RouterQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Pushing> departments(UUID workspace) {
        return jdbc.sql("""
                        select id, routing, solve_order from department
                        where workspace_id = :w and deleted_at is null and routing > 1 order by id
                        """)
                .param("w", workspace)
                .query(Row.as(row -> new Pushing(
                        row.uuid("id"),
                        RoutingMode.ofCode(row.number("routing")),
                        SolveOrder.ofCode(row.number("solve_order")))))
                .list();
    }

    /** One router a department at a time, on all nodes. @return false when another has it */
    boolean lock(UUID workspace, UUID department) {
        return jdbc.sql("""
                        select id from department where workspace_id = :w and id = :department
                        for no key update skip locked
                        """)
                .param("w", workspace)
                .param("department", department)
                .query(Row.as(row -> row.uuid("id")))
                .optional()
                .isPresent();
    }

    /** Members online for tickets, below their capacity, not breathing, without an open offer. */
    List<FreeAgent> free(UUID workspace, UUID department, int capacityDefault, Instant now) {
        return jdbc.sql("""
                        select m.agent_id, a.languages, a.skills, held.n as load, turn.offered_at
                        from department_member m
                        join department d on d.workspace_id = :w and d.id = m.department_id
                        join agent a on a.workspace_id = :w and a.id = m.agent_id and a.deactivated_at is null
                        join agent_presence p on p.workspace_id = :w and p.agent_id = m.agent_id and p.channel = 1 and p.state = 1
                        left join agent_turn turn on turn.workspace_id = :w and turn.agent_id = m.agent_id
                        left join agent_routing own on own.workspace_id = :w and own.agent_id = m.agent_id
                        cross join lateral (select count(*) as n from (
                            select 1 from ticket t where t.workspace_id = :w and t.assignee_id = m.agent_id and t.status in (1, 2)
                                and t.merged_into is null
                            limit coalesce(own.tickets_max, d.capacity, :capacity)) as counted) as held
                        where m.workspace_id = :w and m.department_id = :department and m.role >= 2 and m.solves and m.serves_tickets
                            and (turn.free_from is null or turn.free_from <= :now)
                            and held.n < coalesce(own.tickets_max, d.capacity, :capacity)
                            and not exists (select 1 from ticket_offer o
                                where o.workspace_id = :w and o.agent_id = m.agent_id and o.state = 1)
                        order by turn.offered_at nulls first, m.agent_id
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("capacity", capacityDefault)
                .param("now", Sql.bind(now))
                .query(Row.as(RouterQuery::agent))
                .list();
    }

    /** All members who solve here, there or not, for what they know. */
    List<FreeAgent> solvers(UUID workspace, UUID department) {
        return jdbc.sql("""
                        select m.agent_id, a.languages, a.skills, 0 as load, cast(null as timestamptz) as offered_at
                        from department_member m
                        join agent a on a.workspace_id = :w and a.id = m.agent_id and a.deactivated_at is null
                        where m.workspace_id = :w and m.department_id = :department and m.role >= 2 and m.solves and m.serves_tickets
                        """)
                .param("w", workspace)
                .param("department", department)
                .query(Row.as(RouterQuery::agent))
                .list();
    }

    Map<UUID, TicketNeeds> needs(UUID workspace, Collection<UUID> tickets) {
        Map<UUID, TicketNeeds> needs = new HashMap<>();
        jdbc.sql("""
                        select t.id, c.language, array(select g.name from ticket_tag tg
                            join tag g on g.workspace_id = :w and g.id = tg.tag_id
                            where tg.workspace_id = :w and tg.ticket_id = t.id) as tags
                        from ticket t join customer c on c.workspace_id = :w and c.id = t.customer_id
                        where t.workspace_id = :w and t.id = any (:tickets)
                        """)
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .query(Row.as(row -> new TicketNeeds(row.uuid("id"), row.textOrNull("language"), row.texts("tags"))))
                .list()
                .forEach(need -> needs.put(need.ticket(), need));
        return needs;
    }

    /** Who let which of these tickets pass since: by ticket. */
    Map<UUID, Set<UUID>> passed(UUID workspace, Collection<UUID> tickets, Instant since) {
        Map<UUID, Set<UUID>> passed = new HashMap<>();
        jdbc.sql("""
                        select ticket_id, agent_id from ticket_offer
                        where workspace_id = :w and ticket_id = any (:tickets) and state > 1 and state in (3, 4) and ended_at > :since
                        """)
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .param("since", Sql.bind(since))
                .query(Row.as(row -> Map.entry(row.uuid("ticket_id"), row.uuid("agent_id"))))
                .list()
                .forEach(entry -> passed.computeIfAbsent(entry.getKey(), id -> new HashSet<>())
                        .add(entry.getValue()));
        return passed;
    }

    private static FreeAgent agent(Row row) throws SQLException {
        return new FreeAgent(
                row.uuid("agent_id"),
                row.texts("languages"),
                row.texts("skills"),
                row.number("load"),
                row.instantOrNull("offered_at"));
    }
}
