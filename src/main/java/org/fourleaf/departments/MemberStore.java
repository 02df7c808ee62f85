package org.fourleaf.departments;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves who belongs to departments. */
@Component
class MemberStore {

    private record MemberOf(UUID department, Department.Member member) {}

    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With the defaults of a place where nothing else is said; an existing place keeps what is not said. */
    void put(UUID workspace, UUID department, UUID agent, DepartmentJoining.Place place) {
        Set<ServedChannel> channels = place.channels();
        jdbc.sql("""
                        insert into department_member (workspace_id, department_id, agent_id, role, solves, serves_tickets,
                            serves_chats, serves_calls, signature_html)
                        values (:w, :department, :agent, coalesce(cast(:role as smallint), 2), coalesce(cast(:solves as boolean), true),
                            coalesce(cast(:tickets as boolean), true), coalesce(cast(:chats as boolean), true),
                            coalesce(cast(:calls as boolean), true), :signature)
                        on conflict (workspace_id, department_id, agent_id) do update set
                            role = coalesce(cast(:role as smallint), department_member.role),
                            solves = coalesce(cast(:solves as boolean), department_member.solves),
                            serves_tickets = coalesce(cast(:tickets as boolean), department_member.serves_tickets),
                            serves_chats = coalesce(cast(:chats as boolean), department_member.serves_chats),
                            serves_calls = coalesce(cast(:calls as boolean), department_member.serves_calls),
                            signature_html = case when :signs then :signature else department_member.signature_html end
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("agent", agent)
                .param("role", place.role() == null ? null : place.role().code())
                .param("solves", place.solves())
                .param("tickets", channels == null ? null : channels.contains(ServedChannel.TICKET))
                .param("chats", channels == null ? null : channels.contains(ServedChannel.CHAT))
                .param("calls", channels == null ? null : channels.contains(ServedChannel.CALL))
                .param("signs", place.signatureHtml().present())
                .param("signature", place.signatureHtml().value())
                .update();
    }

    void putEverybody(UUID workspace, UUID department) {
        jdbc.sql("""
                        insert into department_member (workspace_id, department_id, agent_id)
                        select :w, :department, id from agent where workspace_id = :w and deactivated_at is null
                        on conflict do nothing
                        """).param("w", workspace).param("department", department).update();
    }

    void remove(UUID workspace, UUID department, UUID agent) {
        jdbc.sql("""
                        delete from department_member
                        where workspace_id = :w and department_id = :department and agent_id = :agent
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("agent", agent)
                .update();
    }

    Map<UUID, List<String>> namesByAgent(UUID workspace, Collection<UUID> agents) {
        record Named(UUID agent, String name) {}
        return jdbc
                .sql("""
                        select m.agent_id, d.name from department_member m
                        join department d on d.workspace_id = :w and d.id = m.department_id and d.deleted_at is null
                        where m.workspace_id = :w and m.agent_id = any (:agents) order by d.name_key
                        """)
                .param("w", workspace)
                .param("agents", Sql.bind(agents))
                .query(Row.as(row -> new Named(row.uuid("agent_id"), row.text("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Named::agent, Collectors.mapping(Named::name, Collectors.toList())));
    }

    /** By department. @param department none for all */
    Map<UUID, List<Department.Member>> of(UUID workspace, @Nullable UUID department) {
        return jdbc
                .sql("""
                        select m.department_id, m.role, m.solves, m.serves_tickets, m.serves_chats, m.serves_calls, m.signature_html,
                            a.id, a.email, a.name
                        from department_member m
                        join agent a on a.workspace_id = :w and a.id = m.agent_id and a.deactivated_at is null
                        where m.workspace_id = :w and (cast(:department as uuid) is null or m.department_id = cast(:department as uuid))
                        order by a.name, a.id
                        """)
                .param("w", workspace)
                .param("department", department)
                .query(Row.as(row -> new MemberOf(row.uuid("department_id"), member(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        MemberOf::department, Collectors.mapping(MemberOf::member, Collectors.toList())));
    }

    Set<UUID> ids(UUID workspace, UUID department) {
        return new HashSet<>(jdbc.sql(
                        "select agent_id from department_member where workspace_id = :w and department_id = :department")
                .param("w", workspace)
                .param("department", department)
                .query(Row.as(row -> row.uuid("agent_id")))
                .list());
    }

    Optional<DepartmentRole> role(UUID workspace, UUID department, UUID agent) {
        return jdbc.sql("""
                        select role from department_member
                        where workspace_id = :w and department_id = :department and agent_id = :agent
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("agent", agent)
                .query(Row.as(row -> DepartmentRole.ofCode(row.number("role"))))
                .optional();
    }

    /** Every place an agent has. */
    Map<UUID, DepartmentRole> roles(UUID workspace, UUID agent) {
        Map<UUID, DepartmentRole> roles = new HashMap<>();
        jdbc.sql("select department_id, role from department_member where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> Map.entry(row.uuid("department_id"), DepartmentRole.ofCode(row.number("role")))))
                .list()
                .forEach(entry -> roles.put(entry.getKey(), entry.getValue()));
        return roles;
    }

    /**
     * Where an agent takes tickets by To solve, and in which order: departments they solve in. Where there is one department only,
     * everybody does.
     */
    Map<UUID, SolveOrder> solvedBy(UUID workspace, UUID agent) {
        Map<UUID, SolveOrder> solved = new LinkedHashMap<>();
        jdbc.sql("""
                        select d.id, d.solve_order from department d
                        left join department_member m on m.workspace_id = :w and m.department_id = d.id and m.agent_id = :agent
                        where d.workspace_id = :w and d.deleted_at is null and d.to_solve and d.routing = 1
                            and case when m.agent_id is null
                                then not exists (select 1 from department o
                                    where o.workspace_id = :w and o.id <> d.id and o.deleted_at is null)
                                else m.solves and m.serves_tickets and m.role >= 2 end
                        order by d.id
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> Map.entry(row.uuid("id"), SolveOrder.ofCode(row.number("solve_order")))))
                .list()
                .forEach(entry -> solved.put(entry.getKey(), entry.getValue()));
        return solved;
    }

    /** By department, who at work works in it. */
    Map<UUID, List<UUID>> workers(UUID workspace) {
        Map<UUID, List<UUID>> workers = new LinkedHashMap<>();
        jdbc.sql("""
                        select m.department_id, m.agent_id from department_member m
                        join department d on d.workspace_id = :w and d.id = m.department_id and d.deleted_at is null
                        join agent a on a.workspace_id = :w and a.id = m.agent_id and a.deactivated_at is null
                        where m.workspace_id = :w and m.role >= :worker order by m.department_id, m.agent_id
                        """)
                .param("w", workspace)
                .param("worker", DepartmentRole.SOLVER.code())
                .query(Row.as(row -> workers.computeIfAbsent(row.uuid("department_id"), made -> new ArrayList<>())
                        .add(row.uuid("agent_id"))))
                .list();
        return workers;
    }

    /** The members of all departments an agent leads. */
    Set<UUID> ledBy(UUID workspace, UUID lead) {
        return Set.copyOf(jdbc.sql("""
                        select distinct m.agent_id from department_member l
                        join department d on d.workspace_id = :w and d.id = l.department_id and d.deleted_at is null
                        join department_member m on m.workspace_id = :w and m.department_id = l.department_id
                        where l.workspace_id = :w and l.agent_id = :lead and l.role = 3
                        """)
                .param("w", workspace)
                .param("lead", lead)
                .query(Row.as(row -> row.uuid("agent_id")))
                .list());
    }

    /** Whether one leads a department the other is in. */
    boolean leads(UUID workspace, UUID lead, UUID member) {
        return jdbc.sql("""
                        select exists (
                            select 1 from department_member l
                            join department d on d.workspace_id = :w and d.id = l.department_id and d.deleted_at is null
                            join department_member m on m.workspace_id = :w and m.department_id = l.department_id
                                and m.agent_id = :member
                            where l.workspace_id = :w and l.agent_id = :lead and l.role = 3) as leads
                        """)
                .param("w", workspace)
                .param("lead", lead)
                .param("member", member)
                .query(Row.as(row -> row.flag("leads")))
                .single();
    }

    private static Department.Member member(Row row) throws SQLException {
        Set<ServedChannel> channels = EnumSet.noneOf(ServedChannel.class);
        if (row.flag("serves_tickets")) {
            channels.add(ServedChannel.TICKET);
        }
        if (row.flag("serves_chats")) {
            channels.add(ServedChannel.CHAT);
        }
        if (row.flag("serves_calls")) {
            channels.add(ServedChannel.CALL);
        }
        return new Department.Member(
                new Department.AgentName(row.uuid("id"), row.text("email"), row.text("name")),
                DepartmentRole.ofCode(row.number("role")),
                row.flag("solves"),
                List.copyOf(channels),
                row.textOrNull("signature_html"));
    }
}
