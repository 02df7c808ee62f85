package org.fourleaf.slas;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves the rules that give new tickets their level, in their order. */
@Component
class RuleStore {

    private static final String SELECT =
            "select id, name, active, condition, level_id, place, version from sla_rule where workspace_id = :w";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<StoredRule> all(UUID workspace) {
        return jdbc.sql(SELECT + " order by place, id")
                .param("w", workspace)
                .query(Row.as(this::rule))
                .list();
    }

    Optional<StoredRule> find(UUID workspace, UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(this::rule))
                .optional();
    }

    void insert(UUID workspace, StoredRule rule) {
        jdbc.sql("""
                        insert into sla_rule (workspace_id, id, name, active, condition, level_id, place)
                        values (:w, :id, :name, :active, cast(:condition as jsonb), :level, :place)
                        """)
                .param("w", workspace)
                .param("id", rule.id())
                .param("name", rule.name())
                .param("active", rule.active())
                .param("condition", json.writeValueAsString(rule.condition()))
                .param("level", rule.level())
                .param("place", rule.place())
                .update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, StoredRule rule) {
        return jdbc.sql("""
                                update sla_rule set name = :name, active = :active, condition = cast(:condition as jsonb),
                                    level_id = :level, version = version + 1
                                where workspace_id = :w and id = :id and version = :version
                                """)
                        .param("w", workspace)
                        .param("id", rule.id())
                        .param("name", rule.name())
                        .param("active", rule.active())
                        .param("condition", json.writeValueAsString(rule.condition()))
                        .param("level", rule.level())
                        .param("version", rule.version())
                        .update()
                == 1;
    }

    boolean delete(UUID workspace, UUID id) {
        return jdbc.sql("delete from sla_rule where workspace_id = :w and id = :id")
                        .param("w", workspace)
                        .param("id", id)
                        .update()
                == 1;
    }

    void order(UUID workspace, List<UUID> ids) {
        jdbc.sql("""
                        update sla_rule r set place = n.place, version = version + 1
                        from unnest(cast(:ids as uuid[])) with ordinality as n(id, place)
                        where r.workspace_id = :w and r.id = n.id and r.place <> n.place
                        """).param("w", workspace).param("ids", Sql.bind(ids)).update();
    }

    /** What gave the one gives the other now; without another there is nothing to give, and the rules go. */
    void moveLevel(UUID workspace, UUID from, @Nullable UUID to) {
        if (to == null) {
            jdbc.sql("delete from sla_rule where workspace_id = :w and level_id = :from")
                    .param("w", workspace)
                    .param("from", from)
                    .update();
            return;
        }
        jdbc.sql(
                        "update sla_rule set level_id = :to, version = version + 1 where workspace_id = :w and level_id = :from")
                .param("w", workspace)
                .param("from", from)
                .param("to", to)
                .update();
    }

    private StoredRule rule(Row row) throws SQLException {
        return new StoredRule(
                row.uuid("id"),
                row.text("name"),
                row.flag("active"),
                json.readValue(row.text("condition"), ConditionForm.class),
                row.uuid("level_id"),
                row.number("place"),
                row.big("version"));
    }
}
