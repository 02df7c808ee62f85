package org.fourleaf.tickets;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes and versions of tickets: all that a live stream tells. */
@Component
class TicketVersionQuery {

    /** Where a ticket is and in which version. */
    record Version(UUID id, String code, long version, UUID department) {}

    private final JdbcClient jdbc;

    TicketVersionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Version> of(UUID workspace, Collection<UUID> tickets) {
        if (tickets.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, code, version, department_id from ticket where workspace_id = :w and id = any (:ids)")
                .param("w", workspace)
                .param("ids", Sql.bind(tickets))
                .query(Row.as(row ->
                        new Version(row.uuid("id"), row.text("code"), row.big("version"), row.uuid("department_id"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Version::id, Function.identity()));
    }
}
