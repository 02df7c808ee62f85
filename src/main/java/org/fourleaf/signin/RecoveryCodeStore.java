package org.fourleaf.signin;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves recovery codes; of each only its hash, which eighty random bits make enough. */
@Component
class RecoveryCodeStore {

    private final JdbcClient jdbc;

    RecoveryCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(UUID workspace, UUID agent, List<String> codes) {
        deleteAll(workspace, agent);
        for (String code : codes) {
            Sql.of(
                            "insert into recovery_code (workspace_id, agent_id, hash) values (?, ?, ?)",
                            workspace,
                            agent,
                            hash(code))
                    .on(jdbc)
                    .update();
        }
    }

    /** @return whether it was one of theirs and unused */
    boolean use(UUID workspace, UUID agent, String code, Instant at) {
        return Sql.of(
                                "update recovery_code set used_at = ? where workspace_id = ? and agent_id = ? and hash = ? and used_at is null",
                                at,
                                workspace,
                                agent,
                                hash(code))
                        .on(jdbc)
                        .update()
                == 1;
    }

    int left(UUID workspace, UUID agent) {
        return Sql.of(
                        "select count(*) from recovery_code where workspace_id = ? and agent_id = ? and used_at is null",
                        workspace,
                        agent)
                .on(jdbc)
                .query(Integer.class)
                .single();
    }

    void deleteAll(UUID workspace, UUID agent) {
        Sql.of("delete from recovery_code where workspace_id = ? and agent_id = ?", workspace, agent)
                .on(jdbc)
                .update();
    }

    /** However it was typed. */
    private static String hash(String code) {
        String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return HexFormat.of().formatHex(Secret.hash(plain));
    }
}
