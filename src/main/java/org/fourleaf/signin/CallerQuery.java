package org.fourleaf.signin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who shows this secret? One question, asked before any workspace is known, that answers with all a request needs. */
@Component
class CallerQuery {

    /**
     * What a session or token stands for.
     *
     * @param narrowed a token that may not do all its agent may, or not from everywhere, or not for ever
     */
    record Found(
            UUID id,
            Actor actor,
            List<String> addresses,
            boolean narrowed,
            @Nullable Instant seenAt) {}

    private final JdbcClient jdbc;

    CallerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Found> bySession(String secret, Instant now) {
        return ask("select * from find_session(?, ?)", secret, now);
    }

    Optional<Found> byToken(String secret, Instant now) {
        return ask("select * from find_api_token(?, ?)", secret, now);
    }

    private Optional<Found> ask(String question, String secret, Instant now) {
        return secret.isEmpty() || secret.length() > Secret.LENGTH_MAX
                ? Optional.empty()
                : jdbc.sql(question)
                        .param(Secret.hash(secret))
                        .param(Sql.bind(now))
                        .query(Row.as(CallerQuery::found))
                        .optional();
    }

    private static Found found(Row row) throws SQLException {
        Set<Permission> permissions = Permission.ofStored(row.texts("permissions"));
        boolean scoped = row.set().getArray("scopes") != null;
        if (scoped) {
            Set<Permission> scopes = EnumSet.noneOf(Permission.class);
            scopes.addAll(Permission.ofStored(row.texts("scopes")));
            permissions.retainAll(scopes);
        }
        List<String> addresses = row.texts("addresses");
        Actor actor = Actor.agent(row.uuid("workspace_id"), row.uuid("agent_id"), row.text("name"), permissions);
        boolean narrowed = scoped || !addresses.isEmpty() || row.instantOrNull("expires_at") != null;
        return new Found(row.uuid("id"), actor, addresses, narrowed, row.instantOrNull("seen_at"));
    }
}
