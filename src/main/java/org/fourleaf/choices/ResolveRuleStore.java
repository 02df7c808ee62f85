package org.fourleaf.choices;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves what tickets need to be resolved. */
@Component
class ResolveRuleStore {

    private static final RowMapper<Map.Entry<UUID, ResolveRule>> RULES = Row.as(
            row -> Map.entry(row.uuid("department_id"), new ResolveRule(row.flag("tag"), row.flag("disposition"))));

    private final JdbcClient jdbc;

    ResolveRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, ResolveRule> all(UUID workspace) {
        return map(jdbc.sql("select department_id, tag, disposition from resolve_rule where workspace_id = :w")
                .param("w", workspace));
    }

    /** The department's own and the workspace's. */
    Map<UUID, ResolveRule> of(UUID workspace, UUID department) {
        return map(jdbc.sql("""
                        select department_id, tag, disposition from resolve_rule
                        where workspace_id = :w and department_id in (:department, :everywhere)
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("everywhere", ResolveRules.EVERYWHERE));
    }

    void put(UUID workspace, UUID department, ResolveRule rule) {
        jdbc.sql("""
                        insert into resolve_rule (workspace_id, department_id, tag, disposition)
                        values (:w, :department, :tag, :disposition)
                        on conflict (workspace_id, department_id) do update set tag = excluded.tag, disposition = excluded.disposition
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("tag", rule.tagRequired())
                .param("disposition", rule.dispositionRequired())
                .update();
    }

    void delete(UUID workspace, UUID department) {
        jdbc.sql("delete from resolve_rule where workspace_id = :w and department_id = :department")
                .param("w", workspace)
                .param("department", department)
                .update();
    }

    private static Map<UUID, ResolveRule> map(JdbcClient.StatementSpec sql) {
        Map<UUID, ResolveRule> rules = new HashMap<>();
        sql.query(RULES).list().forEach(entry -> rules.put(entry.getKey(), entry.getValue()));
        return rules;
    }
}
