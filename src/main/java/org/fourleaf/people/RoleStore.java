package org.fourleaf.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves roles. */
@Component
class RoleStore {

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Role> all(UUID workspace) {
        return jdbc.sql(
                        "select id, name, permissions, built_in, version from role where workspace_id = :w order by built_in desc, name")
                .param("w", workspace)
                .query(Row.as(RoleStore::role))
                .list();
    }

    Optional<Role> byName(UUID workspace, String name) {
        return jdbc.sql(
                        "select id, name, permissions, built_in, version from role where workspace_id = :w and name_key = :key")
                .param("w", workspace)
                .param("key", Role.key(name))
                .query(Row.as(RoleStore::role))
                .optional();
    }

    Optional<Role> find(UUID workspace, UUID id) {
        return Sql.of(
                        "select id, name, permissions, built_in, version from role where workspace_id = ? and id = ?",
                        workspace,
                        id)
                .on(jdbc)
                .query(Row.as(RoleStore::role))
                .optional();
    }

    void insert(UUID workspace, Role role) {
        Sql.of(
                        "insert into role (workspace_id, id, name, permissions, built_in) values (?, ?, ?, ?, false)",
                        workspace,
                        role.id(),
                        role.name(),
                        role.permissions())
                .on(jdbc)
                .update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, Role role) {
        return Sql.of("""
                        update role set name = ?, permissions = ?, version = version + 1
                        where workspace_id = ? and id = ? and version = ? and not built_in
                        """, role.name(), role.permissions(), workspace, role.id(), role.version())
                        .on(jdbc)
                        .update()
                == 1;
    }

    int agents(UUID workspace, UUID role) {
        return Sql.of("select count(*) from agent where workspace_id = ? and role_id = ?", workspace, role)
                .on(jdbc)
                .query(Integer.class)
                .single();
    }

    /** Every agent of the one role gets the other. */
    int move(UUID workspace, UUID from, UUID to) {
        return Sql.of(
                        "update agent set role_id = ?, version = version + 1 where workspace_id = ? and role_id = ?",
                        to,
                        workspace,
                        from)
                .on(jdbc)
                .update();
    }

    boolean delete(UUID workspace, UUID id) {
        return Sql.of("delete from role where workspace_id = ? and id = ? and not built_in", workspace, id)
                        .on(jdbc)
                        .update()
                == 1;
    }

    void insert(UUID workspace, UUID id, BuiltInRole role) {
        jdbc.sql(
                        "insert into role (workspace_id, id, name, permissions, built_in) values (:w, :id, :name, :permissions, true)")
                .param("w", workspace)
                .param("id", id)
                .param("name", role.stored())
                .param(
                        "permissions",
                        Sql.bind(role.permissions().stream()
                                .map(Permission::stored)
                                .toList()))
                .update();
    }

    private static Role role(Row row) throws java.sql.SQLException {
        return new Role(
                row.uuid("id"), row.text("name"), row.texts("permissions"), row.flag("built_in"), row.big("version"));
    }
}
