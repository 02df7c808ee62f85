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
                        "select id, name, permissions, built_in from role where workspace_id = :w order by built_in desc, name")
                .param("w", workspace)
                .query(Row.as(RoleStore::role))
                .list();
    }

    Optional<Role> byName(UUID workspace, String name) {
        return jdbc.sql("select id, name, permissions, built_in from role where workspace_id = :w and name = :name")
                .param("w", workspace)
                .param("name", name)
                .query(Row.as(RoleStore::role))
                .optional();
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
        return new Role(row.uuid("id"), row.text("name"), row.texts("permissions"), row.flag("built_in"));
    }
}
