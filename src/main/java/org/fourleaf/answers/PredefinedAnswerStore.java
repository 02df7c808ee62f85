package org.fourleaf.answers;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.CannedMessage;
import org.fourleaf.tickets.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves predefined answers. */
@Component
class PredefinedAnswerStore {

    private static final String COLUMNS =
            "id, name, keywords, language, html, texts, scope, department_id, agent_id, uses, version";
    private static final int WORDS_MAX = 5_000;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PredefinedAnswerStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Those the agent finds: everybody's, the seen departments' and the agent's own, by id. */
    List<PredefinedAnswer> page(
            UUID workspace, @Nullable UUID agent, List<UUID> departments, @Nullable UUID afterId, int limit) {
        return Sql.of("select " + COLUMNS + " from predefined_answer where workspace_id = ?", workspace)
                .add(
                        "and (scope = 3 or (scope = 2 and department_id = any (?)) or (scope = 1 and agent_id = ?))",
                        departments,
                        agent)
                .addIf(afterId != null, "and id > ?", afterId)
                .add("order by id limit ?", limit)
                .on(jdbc)
                .query(Row.as(this::answer))
                .list();
    }

    Optional<PredefinedAnswer> find(UUID workspace, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from predefined_answer where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(this::answer))
                .optional();
    }

    /** The oldest of this name that more than one agent finds. */
    Optional<UUID> named(UUID workspace, String name) {
        return jdbc.sql("""
                        select id from predefined_answer where workspace_id = :w and scope <> 1 and lower(name) = lower(:name)
                        order by id limit 1
                        """)
                .param("w", workspace)
                .param("name", name)
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    int count(UUID workspace) {
        return jdbc.sql("select count(*) as n from predefined_answer where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.number("n")))
                .single();
    }

    /** What the customer of a ticket speaks, where that is known. */
    Optional<String> languageOfCustomer(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select c.language from ticket t join customer c on c.workspace_id = :w and c.id = t.customer_id
                        where t.workspace_id = :w and t.id = :ticket
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> Optional.ofNullable(row.textOrNull("language"))))
                .optional()
                .flatMap(language -> language);
    }

    /** What the customer wrote last, or its beginning. */
    Optional<String> wordsOfCustomer(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select left(coalesce(new_text, text), :chars) as words from message
                        where workspace_id = :w and ticket_id = :ticket and direction = :in order by at desc, id desc limit 1
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("in", Direction.IN.code())
                .param("chars", WORDS_MAX)
                .query(Row.as(row -> row.text("words")))
                .optional();
    }

    void insert(UUID workspace, PredefinedAnswer answer) {
        bound(jdbc.sql("""
                        insert into predefined_answer (workspace_id, id, name, keywords, language, html, texts, scope, department_id,
                            agent_id, changed_at)
                        values (:w, :id, :name, :keywords, :language, :html, cast(:texts as jsonb), :scope, :department, :agent, :now)
                        """), workspace, answer).update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, PredefinedAnswer answer) {
        return bound(jdbc.sql("""
                        update predefined_answer set name = :name, keywords = :keywords, language = :language, html = :html,
                            texts = cast(:texts as jsonb), scope = :scope, department_id = :department, agent_id = :agent,
                            changed_at = :now, version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """), workspace, answer)
                        .param("version", answer.version())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec sql, UUID workspace, PredefinedAnswer answer) {
        return sql.param("w", workspace)
                .param("id", answer.id())
                .param("name", answer.name())
                .param("keywords", answer.keywords())
                .param("language", answer.language())
                .param("html", answer.html())
                .param("texts", json.writeValueAsString(answer.texts()))
                .param("scope", answer.scope().code())
                .param("department", answer.department())
                .param("agent", answer.agent())
                .param("now", Sql.bind(clock.instant()));
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from predefined_answer where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    /** A department's answers go where its tickets go. */
    void moveDepartment(UUID workspace, UUID department, UUID into) {
        jdbc.sql("""
                        update predefined_answer set department_id = :into, version = version + 1
                        where workspace_id = :w and department_id = :department
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("into", into)
                .update();
    }

    void used(UUID workspace, UUID id) {
        jdbc.sql("update predefined_answer set uses = uses + 1 where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    private PredefinedAnswer answer(Row row) throws SQLException {
        return new PredefinedAnswer(
                row.uuid("id"),
                row.text("name"),
                row.text("keywords"),
                row.text("language"),
                row.text("html"),
                json.readValue(row.text("texts"), TEXTS),
                CannedMessage.Scope.ofCode(row.number("scope")),
                row.uuidOrNull("department_id"),
                row.uuidOrNull("agent_id"),
                row.big("uses"),
                row.big("version"));
    }
}
