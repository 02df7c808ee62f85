package org.fourleaf.departments;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves departments and their members. */
@Component
class DepartmentStore {

    private record MemberOf(UUID department, Department.Member member) {}

    private final JdbcClient jdbc;

    DepartmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> idsSeenBy(UUID workspace, @Nullable UUID agent) {
        return jdbc.sql("""
                        select d.id from department d
                        where d.workspace_id = :w and d.deleted_at is null
                            and (cast(:agent as uuid) is null or d.access = 2 or exists (
                                select 1 from department_member m
                                where m.workspace_id = :w and m.department_id = d.id and m.agent_id = cast(:agent as uuid)))
                        order by d.id
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    boolean agentSees(UUID workspace, UUID agent, UUID department, String permissionForAll) {
        return jdbc.sql("""
                        select exists (
                            select 1 from agent a
                            join role r on r.workspace_id = :w and r.id = a.role_id
                            join department d on d.workspace_id = :w and d.id = :department and d.deleted_at is null
                            where a.workspace_id = :w and a.id = :agent and a.deactivated_at is null
                                and (d.access = 2 or :permission = any (r.permissions) or exists (
                                    select 1 from department_member m
                                    where m.workspace_id = :w and m.department_id = d.id and m.agent_id = a.id))) as sees
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("department", department)
                .param("permission", permissionForAll)
                .query(Row.as(row -> row.flag("sees")))
                .single();
    }

    List<Department> all(UUID workspace) {
        Map<UUID, List<Department.Member>> members = members(workspace, null);
        return jdbc.sql("""
                        select id, name, description, access, signature_html, reopen_days, is_default, version
                        from department where workspace_id = :w and deleted_at is null order by name_key
                        """)
                .param("w", workspace)
                .query(Row.as(row -> department(row, members.getOrDefault(row.uuid("id"), List.of()))))
                .list();
    }

    Optional<Department> find(UUID workspace, UUID id) {
        return jdbc.sql("""
                        select id, name, description, access, signature_html, reopen_days, is_default, version
                        from department where workspace_id = :w and id = :id and deleted_at is null
                        """)
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(row -> department(row, List.of())))
                .optional()
                .map(found -> with(found, members(workspace, id).getOrDefault(id, List.of())));
    }

    Optional<UUID> idByName(UUID workspace, String name) {
        return jdbc.sql("select id from department where workspace_id = :w and name_key = :key and deleted_at is null")
                .param("w", workspace)
                .param("key", Texts.key(name))
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    UUID defaultId(UUID workspace) {
        return jdbc.sql("""
                        select id from department where workspace_id = :w and deleted_at is null
                        order by is_default desc, id limit 1
                        """)
                .param("w", workspace)
                .query(Row.as(row -> row.uuid("id")))
                .single();
    }

    void insert(UUID workspace, Department department) {
        jdbc.sql("""
                        insert into department (workspace_id, id, name, name_key, description, access, signature_html,
                            reopen_days, is_default)
                        values (:w, :id, :name, :key, :description, :access, :signature, :reopenDays, :isDefault)
                        """)
                .param("w", workspace)
                .param("id", department.id())
                .param("name", department.name())
                .param("key", Texts.key(department.name()))
                .param("description", department.description())
                .param("access", department.access().code())
                .param("signature", department.signatureHtml())
                .param("reopenDays", department.reopenDays())
                .param("isDefault", department.isDefault())
                .update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, Department department, long versionRead) {
        return jdbc.sql("""
                        update department set name = :name, name_key = :key, description = :description, access = :access,
                            signature_html = :signature, reopen_days = :reopenDays, version = version + 1
                        where workspace_id = :w and id = :id and version = :version and deleted_at is null
                        """)
                        .param("w", workspace)
                        .param("id", department.id())
                        .param("name", department.name())
                        .param("key", Texts.key(department.name()))
                        .param("description", department.description())
                        .param("access", department.access().code())
                        .param("signature", department.signatureHtml())
                        .param("reopenDays", department.reopenDays())
                        .param("version", versionRead)
                        .update()
                == 1;
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("update department set deleted_at = now(), is_default = false where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    void makeDefault(UUID workspace, UUID id) {
        jdbc.sql("update department set is_default = (id = :id) where workspace_id = :w and deleted_at is null")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    void putMember(UUID workspace, UUID department, UUID agent, DepartmentRole role, boolean solves) {
        jdbc.sql("""
                        insert into department_member (workspace_id, department_id, agent_id, role, solves)
                        values (:w, :department, :agent, :role, :solves)
                        on conflict (workspace_id, department_id, agent_id) do update set role = :role, solves = :solves
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("agent", agent)
                .param("role", role.code())
                .param("solves", solves)
                .update();
    }

    void addEverybody(UUID workspace, UUID department) {
        jdbc.sql("""
                        insert into department_member (workspace_id, department_id, agent_id)
                        select :w, :department, id from agent where workspace_id = :w and deactivated_at is null
                        on conflict do nothing
                        """).param("w", workspace).param("department", department).update();
    }

    void removeMember(UUID workspace, UUID department, UUID agent) {
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

    private Map<UUID, List<Department.Member>> members(UUID workspace, @Nullable UUID department) {
        return jdbc
                .sql("""
                        select m.department_id, m.role, m.solves, a.id, a.email, a.name from department_member m
                        join agent a on a.workspace_id = :w and a.id = m.agent_id and a.deactivated_at is null
                        where m.workspace_id = :w and (cast(:department as uuid) is null or m.department_id = cast(:department as uuid))
                        order by a.name, a.id
                        """)
                .param("w", workspace)
                .param("department", department)
                .query(Row.as(row -> new MemberOf(
                        row.uuid("department_id"),
                        new Department.Member(
                                new Department.AgentName(row.uuid("id"), row.text("email"), row.text("name")),
                                DepartmentRole.ofCode(row.number("role")),
                                row.flag("solves")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        MemberOf::department, Collectors.mapping(MemberOf::member, Collectors.toList())));
    }

    private static Department department(Row row, List<Department.Member> members) throws java.sql.SQLException {
        return new Department(
                row.uuid("id"),
                row.text("name"),
                row.textOrNull("description"),
                DepartmentAccess.ofCode(row.number("access")),
                row.textOrNull("signature_html"),
                row.numberOrNull("reopen_days"),
                row.flag("is_default"),
                members,
                row.big("version"));
    }

    private static Department with(Department found, List<Department.Member> members) {
        return new Department(
                found.id(),
                found.name(),
                found.description(),
                found.access(),
                found.signatureHtml(),
                found.reopenDays(),
                found.isDefault(),
                members,
                found.version());
    }
}
