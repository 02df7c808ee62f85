package org.fourleaf.signin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves steps of signing in, by what binds them to a browser. */
@Component
class StepStore {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StepStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One of a kind for a browser: the older one ends. */
    void put(UUID workspace, String binding, SignInStep step, Instant now) {
        jdbc.sql("delete from sign_in_step where workspace_id = :w and binding = :binding and kind = :kind")
                .param("w", workspace)
                .param("binding", binding)
                .param("kind", step.kind().code())
                .update();
        Sql.of(
                        """
                        insert into sign_in_step (workspace_id, id, kind, binding, agent_id, challenge, facts, created_at, expires_at)
                        values (?, ?, ?, ?, cast(? as uuid), ?, cast(? as jsonb), ?, ?)
                        """,
                        workspace,
                        step.id(),
                        step.kind().code(),
                        binding,
                        step.agent(),
                        step.challenge(),
                        json.writeValueAsString(step.facts()),
                        now,
                        now.plus(SignInStep.LIVES_FOR))
                .on(jdbc)
                .update();
    }

    Optional<SignInStep> find(UUID workspace, String binding, SignInStep.Kind kind, Instant now) {
        return Sql.of("""
                        select id, kind, agent_id, challenge, facts from sign_in_step
                        where workspace_id = ? and binding = ? and kind = ? and expires_at > ?
                        """, workspace, binding, kind.code(), now)
                .on(jdbc)
                .query(Row.as(this::step))
                .optional();
    }

    /** For use, once: whoever comes second finds none. */
    Optional<SignInStep> take(UUID workspace, String binding, SignInStep.Kind kind, Instant now) {
        return Sql.of("""
                        delete from sign_in_step where workspace_id = ? and binding = ? and kind = ? and expires_at > ?
                        returning id, kind, agent_id, challenge, facts
                        """, workspace, binding, kind.code(), now)
                .on(jdbc)
                .query(Row.as(this::step))
                .optional();
    }

    /** A wrong try; the last allowed one ends the step. */
    void fail(UUID workspace, UUID id) {
        Sql.of("update sign_in_step set failures = failures + 1 where workspace_id = ? and id = ?", workspace, id)
                .on(jdbc)
                .update();
        Sql.of(
                        "delete from sign_in_step where workspace_id = ? and id = ? and failures >= ?",
                        workspace,
                        id,
                        SignInStep.FAILURES_MAX)
                .on(jdbc)
                .update();
    }

    void deleteAllOf(UUID workspace, UUID agent) {
        Sql.of("delete from sign_in_step where workspace_id = ? and agent_id = ?", workspace, agent)
                .on(jdbc)
                .update();
    }

    private SignInStep step(Row row) throws SQLException {
        return new SignInStep(
                row.uuid("id"),
                SignInStep.Kind.ofCode(row.number("kind")),
                row.uuidOrNull("agent_id"),
                row.textOrNull("challenge"),
                json.readValue(row.text("facts"), FACTS));
    }
}
