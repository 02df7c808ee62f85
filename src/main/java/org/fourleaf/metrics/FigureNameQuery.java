package org.fourleaf.metrics;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the ids in figures are called, also of what is gone meanwhile. */
@Component
@Transactional(readOnly = true)
public class FigureNameQuery {

    private final JdbcClient jdbc;

    FigureNameQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** E-mail addresses. */
    public Map<UUID, String> agents(UUID workspace, Collection<UUID> ids) {
        return names("select id, email as name from agent where workspace_id = :w and id = any (:ids)", workspace, ids);
    }

    public Map<UUID, String> agentNames(UUID workspace, Collection<UUID> ids) {
        return names("select id, name from agent where workspace_id = :w and id = any (:ids)", workspace, ids);
    }

    public Map<UUID, String> departments(UUID workspace, Collection<UUID> ids) {
        return names("select id, name from department where workspace_id = :w and id = any (:ids)", workspace, ids);
    }

    public Map<UUID, String> slaLevels(UUID workspace, Collection<UUID> ids) {
        return names("select id, name from sla_level where workspace_id = :w and id = any (:ids)", workspace, ids);
    }

    public Map<UUID, String> rules(UUID workspace, Collection<UUID> ids) {
        return names("select id, name from rule where workspace_id = :w and id = any (:ids)", workspace, ids);
    }

    public Map<UUID, String> tags(UUID workspace, Collection<UUID> ids) {
        return names("select id, name from tag where workspace_id = :w and id = any (:ids)", workspace, ids);
    }

    public Map<UUID, String> customers(UUID workspace, Collection<UUID> ids) {
        return names("select id, name from customer where workspace_id = :w and id = any (:ids)", workspace, ids);
    }

    public Map<UUID, String> companies(UUID workspace, Collection<UUID> ids) {
        return names("select id, name from company where workspace_id = :w and id = any (:ids)", workspace, ids);
    }

    /** Codes of those that are here. */
    Map<UUID, String> tickets(UUID workspace, Collection<UUID> ids) {
        return names("select id, code as name from ticket where workspace_id = :w and id = any (:ids)", workspace, ids);
    }

    Optional<UUID> tag(UUID workspace, String name) {
        return jdbc.sql("select id from tag where workspace_id = :w and name_key = :key")
                .param("w", workspace)
                .param("key", Texts.key(name))
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    private Map<UUID, String> names(String sql, UUID workspace, Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(sql)
                    .param("w", workspace)
                    .param("ids", Sql.bind(ids))
                    .query(Row.as(row -> Map.entry(row.uuid("id"), row.text("name"))))
                    .list()
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        }
        return names;
    }
}
