package org.fourleaf.departments;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves departments and their members. */
@Component
class DepartmentStore {

    private static final int MOVES_MAX = 20;

    private static final String COLUMNS = """
            id, name, description, access, signature_html, reopen_days, is_default, to_solve, solve_order, routing, capacity,
            mailbox_id, sender_name, after_chat, after_call, rating, version
            """;

    private record Moved(UUID to, boolean deleted) {}

    private final JdbcClient jdbc;
    private final MemberStore members;

    DepartmentStore(JdbcClient jdbc, MemberStore members) {
        this.jdbc = jdbc;
        this.members = members;
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

    Departments.Standing standing(UUID workspace, UUID department, UUID agent) {
        return jdbc.sql("""
                        select d.access = 2 or m.agent_id is not null as sees, m.role from department d
                        left join department_member m on m.workspace_id = :w and m.department_id = d.id and m.agent_id = :agent
                        where d.workspace_id = :w and d.id = :department and d.deleted_at is null
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("agent", agent)
                .query(Row.as(row -> {
                    Integer role = row.numberOrNull("role");
                    return new Departments.Standing(
                            row.flag("sees"), role == null ? null : DepartmentRole.ofCode(role));
                }))
                .optional()
                .orElse(new Departments.Standing(false, null));
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

    List<UUID> agentsWhoSee(UUID workspace, UUID department, String permissionForAll) {
        return jdbc.sql("""
                        select a.id from agent a
                        join role r on r.workspace_id = :w and r.id = a.role_id
                        join department d on d.workspace_id = :w and d.id = :department and d.deleted_at is null
                        where a.workspace_id = :w and a.deactivated_at is null
                            and (d.access = 2 or :permission = any (r.permissions) or exists (
                                select 1 from department_member m
                                where m.workspace_id = :w and m.department_id = d.id and m.agent_id = a.id))
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("permission", permissionForAll)
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    List<Department> all(UUID workspace) {
        Map<UUID, List<Department.Member>> each = members.of(workspace, null);
        return jdbc.sql("select " + COLUMNS
                        + " from department where workspace_id = :w and deleted_at is null order by name_key")
                .param("w", workspace)
                .query(Row.as(row -> department(row, each.getOrDefault(row.uuid("id"), List.of()))))
                .list();
    }

    Optional<Department> find(UUID workspace, UUID id) {
        List<Department.Member> joined = members.of(workspace, id).getOrDefault(id, List.of());
        return jdbc.sql("select " + COLUMNS
                        + " from department where workspace_id = :w and id = :id and deleted_at is null")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(row -> department(row, joined)))
                .optional();
    }

    /** Keeps it from being deleted until the transaction ends. @return itself, or where its tickets went; none when there is none */
    Optional<UUID> hold(UUID workspace, UUID id) {
        Optional<UUID> at = Optional.of(id);
        for (int hops = 0; hops < MOVES_MAX && at.isPresent(); hops++) {
            UUID asked = at.get();
            // The same lock a ticket's foreign key takes: a deletion waits for it, and it waits for a deletion.
            Optional<Moved> found = jdbc.sql("""
                            select coalesce(moved_to, id) as stands_at, deleted_at is not null as deleted from department
                            where workspace_id = :w and id = :id for key share
                            """)
                    .param("w", workspace)
                    .param("id", asked)
                    .query(Row.as(row -> new Moved(row.uuid("stands_at"), row.flag("deleted"))))
                    .optional();
            at = found.map(Moved::to);
            if (found.isPresent() && !found.get().deleted) {
                return Optional.of(asked);
            }
        }
        return Optional.empty();
    }

    /** Waits for whoever is just putting a ticket into it, and makes others wait until it is gone. */
    void lock(UUID workspace, UUID id) {
        jdbc.sql("select id from department where workspace_id = :w and id = :id for update")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(row -> row.uuid("id")))
                .list();
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
        bound(jdbc.sql("""
                                insert into department (workspace_id, id, name, name_key, description, access, signature_html,
                                    reopen_days, is_default, to_solve, solve_order, routing, capacity, mailbox_id, sender_name,
                                    after_chat, after_call, rating)
                                values (:w, :id, :name, :key, :description, :access, :signature, :reopenDays, :isDefault, :toSolve,
                                    :solveOrder, :routing, :capacity, :mailbox, :senderName, :afterChat, :afterCall, :rating)
                                """), workspace, department)
                .param("isDefault", department.isDefault())
                .update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, Department department, long versionRead) {
        return bound(jdbc.sql("""
                                        update department set name = :name, name_key = :key, description = :description,
                                            access = :access, signature_html = :signature, reopen_days = :reopenDays,
                                            to_solve = :toSolve, solve_order = :solveOrder, routing = :routing,
                                            capacity = :capacity, mailbox_id = :mailbox, sender_name = :senderName,
                                            after_chat = :afterChat, after_call = :afterCall, rating = :rating,
                                            version = version + 1
                                        where workspace_id = :w and id = :id and version = :version and deleted_at is null
                                        """), workspace, department)
                        .param("version", versionRead)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, UUID workspace, Department department) {
        return statement
                .param("w", workspace)
                .param("id", department.id())
                .param("name", department.name())
                .param("key", Texts.key(department.name()))
                .param("description", department.description())
                .param("access", department.access().code())
                .param("signature", department.signatureHtml())
                .param("reopenDays", department.reopenDays())
                .param("toSolve", department.toSolve())
                .param("solveOrder", department.solveOrder().code())
                .param("routing", department.routing().code())
                .param("capacity", department.capacity())
                .param("mailbox", department.mailbox())
                .param("senderName", department.senderName())
                .param("afterChat", department.afterChat().code())
                .param("afterCall", department.afterCall().code())
                .param("rating", department.rating());
    }

    void delete(UUID workspace, UUID id, UUID movedTo) {
        jdbc.sql("""
                        update department set deleted_at = now(), is_default = false, moved_to = :movedTo
                        where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("movedTo", movedTo)
                .update();
    }

    void makeDefault(UUID workspace, UUID id) {
        jdbc.sql("update department set is_default = (id = :id) where workspace_id = :w and deleted_at is null")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    private static Department department(Row row, List<Department.Member> members) throws SQLException {
        return new Department(
                row.uuid("id"),
                row.text("name"),
                row.textOrNull("description"),
                DepartmentAccess.ofCode(row.number("access")),
                row.textOrNull("signature_html"),
                row.numberOrNull("reopen_days"),
                row.flag("is_default"),
                row.flag("to_solve"),
                SolveOrder.ofCode(row.number("solve_order")),
                RoutingMode.ofCode(row.number("routing")),
                row.numberOrNull("capacity"),
                row.uuidOrNull("mailbox_id"),
                row.textOrNull("sender_name"),
                AfterTalk.ofCode(row.number("after_chat")),
                AfterTalk.ofCode(row.number("after_call")),
                row.flag("rating"),
                members,
                row.big("version"));
    }
}
