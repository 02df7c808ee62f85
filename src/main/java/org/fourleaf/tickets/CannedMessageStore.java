package org.fourleaf.tickets;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves canned messages. */
@Component
class CannedMessageStore {

    private static final String COLUMNS =
            "id, name, keywords, html, language, scope, department_id, agent_id, uses, version";

    private final JdbcClient jdbc;

    CannedMessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those the agent finds: everybody's, the seen departments' and the agent's own, by id. */
    List<CannedMessage> page(
            UUID workspace, @Nullable UUID agent, List<UUID> departments, @Nullable UUID afterId, int limit) {
        Sql sql = Sql.of("select " + COLUMNS + " from canned_message where workspace_id = ?", workspace)
                .add(
                        "and (scope = 3 or (scope = 2 and department_id = any (?)) or (scope = 1 and agent_id = ?))",
                        departments,
                        agent);
        if (afterId != null) {
            sql.add("and id > ?", afterId);
        }
        return sql.add("order by id limit ?", limit)
                .on(jdbc)
                .query(Row.as(CannedMessageStore::message))
                .list();
    }

    Optional<CannedMessage> find(UUID workspace, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from canned_message where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(CannedMessageStore::message))
                .optional();
    }

    void insert(UUID workspace, CannedMessage message) {
        jdbc.sql("""
                        insert into canned_message (workspace_id, id, name, keywords, html, language, scope, department_id, agent_id)
                        values (:w, :id, :name, :keywords, :html, :language, :scope, :department, :agent)
                        """)
                .param("w", workspace)
                .param("id", message.id())
                .param("name", message.name())
                .param("keywords", message.keywords())
                .param("html", message.html())
                .param("language", message.language())
                .param("scope", message.scope().code())
                .param("department", message.department())
                .param("agent", message.agent())
                .update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, CannedMessage message) {
        return jdbc.sql("""
                        update canned_message set name = :name, keywords = :keywords, html = :html, language = :language,
                            scope = :scope, department_id = :department, agent_id = :agent, version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", message.id())
                        .param("name", message.name())
                        .param("keywords", message.keywords())
                        .param("html", message.html())
                        .param("language", message.language())
                        .param("scope", message.scope().code())
                        .param("department", message.department())
                        .param("agent", message.agent())
                        .param("version", message.version())
                        .update()
                == 1;
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from canned_message where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    /** A department's texts go where its tickets go. */
    void moveDepartment(UUID workspace, UUID department, UUID into) {
        jdbc.sql("""
                        update canned_message set department_id = :into, version = version + 1
                        where workspace_id = :w and department_id = :department
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("into", into)
                .update();
    }

    void used(UUID workspace, UUID id) {
        jdbc.sql("update canned_message set uses = uses + 1 where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    private static CannedMessage message(Row row) throws SQLException {
        return new CannedMessage(
                row.uuid("id"),
                row.text("name"),
                row.text("keywords"),
                row.text("html"),
                row.text("language"),
                CannedMessage.Scope.ofCode(row.number("scope")),
                row.uuidOrNull("department_id"),
                row.uuidOrNull("agent_id"),
                row.big("uses"),
                row.big("version"));
    }
}
