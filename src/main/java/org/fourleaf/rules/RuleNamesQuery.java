package org.fourleaf.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the things are called that actions name; who is gone is left out. */
@Component
class RuleNamesQuery {

    private final JdbcClient jdbc;

    RuleNamesQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, String> names(UUID workspace, RuleThing thing, Collection<UUID> ids) {
        String from = switch (thing) {
            case DEPARTMENT -> "department where deleted_at is null and";
            case AGENT -> "agent where deactivated_at is null and";
            case TAG -> "tag where";
            case RULE -> "rule where deleted_at is null and";
            case WEBHOOK -> "webhook where active and";
            case SLA_LEVEL -> "sla_level where deleted_at is null and";
            // Automation sends no agent's own.
            case PREDEFINED_ANSWER -> "predefined_answer where scope <> 1 and";
            case FIELD -> throw new IllegalArgumentException("fields are known by their keys");
        };
        Map<UUID, String> names = new HashMap<>();
        Sql.of("select id, name from " + from + " workspace_id = ? and id = any (?)", workspace, List.copyOf(ids))
                .on(jdbc)
                .query(Row.as(row -> Map.entry(row.uuid("id"), row.text("name"))))
                .list()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    /** Of all agents at work. */
    Map<UUID, String> emails(UUID workspace) {
        Map<UUID, String> emails = new HashMap<>();
        jdbc.sql("select id, email from agent where workspace_id = :w and deactivated_at is null")
                .param("w", workspace)
                .query(Row.as(row -> Map.entry(row.uuid("id"), row.text("email"))))
                .list()
                .forEach(entry -> emails.put(entry.getKey(), entry.getValue()));
        return emails;
    }

    Optional<UUID> slaLevel(UUID workspace, String name) {
        return jdbc.sql("select id from sla_level where workspace_id = :w and name_key = :key and deleted_at is null")
                .param("w", workspace)
                .param("key", Texts.key(name))
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    Optional<UUID> tag(UUID workspace, String name) {
        return jdbc.sql("select id from tag where workspace_id = :w and name_key = :key")
                .param("w", workspace)
                .param("key", Texts.key(name))
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    /** The first of that name in the order of rules. */
    Optional<UUID> rule(UUID workspace, String name) {
        return jdbc.sql("""
                        select id from rule where workspace_id = :w and deleted_at is null
                            and lower(name) = lower(:name)
                        order by place limit 1
                        """)
                .param("w", workspace)
                .param("name", name)
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    /** The names of the tags a ticket wears. */
    List<String> tagsOf(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select g.name from ticket_tag t join tag g on g.workspace_id = :w and g.id = t.tag_id
                        where t.workspace_id = :w and t.ticket_id = :ticket order by g.name
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> row.text("name")))
                .list();
    }

    /** Agents at work in a department. */
    List<UUID> members(UUID workspace, UUID department) {
        return jdbc.sql("""
                        select m.agent_id from department_member m
                        join agent a on a.workspace_id = :w and a.id = m.agent_id and a.deactivated_at is null
                        where m.workspace_id = :w and m.department_id = :department
                        """)
                .param("w", workspace)
                .param("department", department)
                .query(Row.as(row -> row.uuid("agent_id")))
                .list();
    }
}
