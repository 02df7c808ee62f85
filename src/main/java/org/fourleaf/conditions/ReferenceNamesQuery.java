package org.fourleaf.conditions;

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

/** What the things are called that a condition names, and which of them are gone. */
@Component
class ReferenceNamesQuery {

    private record Name(UUID id, String name) {}

    private final JdbcClient jdbc;

    ReferenceNamesQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are still there. */
    Map<UUID, String> names(UUID workspace, TicketField field, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String from = switch (field) {
            case DEPARTMENT -> "department where deleted_at is null and";
            case ASSIGNEE, ACTOR -> "agent where";
            case SOURCE -> "mailbox where deleted_at is null and";
            case CUSTOMER -> "customer where";
            case SUB_STATUS -> "choice where kind = 2 and";
            case COMPANY -> "company where";
            case SLA_LEVEL -> "sla_level where deleted_at is null and";
            default -> "tag where";
        };
        Map<UUID, String> names = new HashMap<>();
        Sql.of(
                        "select id, " + (field == TicketField.SOURCE ? "address" : "name") + " as name from " + from
                                + " workspace_id = ? and id = any (?)",
                        workspace,
                        ids)
                .on(jdbc)
                .query(Row.as(row -> new Name(row.uuid("id"), row.text("name"))))
                .list()
                .forEach(found -> names.put(found.id, found.name));
        return names;
    }

    /** A tag, a sub-status, a service level, a company or a mailbox. */
    Optional<UUID> named(UUID workspace, TicketField field, String name) {
        if (field == TicketField.SOURCE) {
            return jdbc.sql(
                            "select id from mailbox where workspace_id = :w and address = lower(:address) and deleted_at is null")
                    .param("w", workspace)
                    .param("address", name)
                    .query(Row.as(row -> row.uuid("id")))
                    .optional();
        }
        return jdbc.sql("select id from "
                        + switch (field) {
                            case TAG -> "tag where";
                            case SUB_STATUS -> "choice where kind = 2 and";
                            case SLA_LEVEL -> "sla_level where deleted_at is null and";
                            default -> "company where";
                        }
                        + " workspace_id = :w and name_key = :key")
                .param("w", workspace)
                .param("key", Texts.key(name))
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    List<UUID> departmentsOf(UUID workspace, UUID agent) {
        return jdbc.sql("select department_id from department_member where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> row.uuid("department_id")))
                .list();
    }
}
