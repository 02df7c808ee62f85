package org.fourleaf.ratings;

import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves how a workspace asks for ratings. */
@Component
class RatingSettingStore {

    /** @param version 0 where nobody ever chose */
    record Stored(boolean onAnswers, long version) {}

    private final JdbcClient jdbc;

    RatingSettingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Stored find(UUID workspace) {
        return jdbc.sql("select on_answers, version from rating_setting where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> new Stored(row.flag("on_answers"), row.big("version"))))
                .optional()
                .orElse(new Stored(false, 0));
    }

    /** The language of the workspace when an answer of the department asks for a rating; none when it does not. */
    Optional<String> asks(UUID workspace, UUID department) {
        return jdbc.sql("""
                        select w.language from rating_setting s
                        join department d on d.workspace_id = :w and d.id = :department and d.rating
                        join workspace w on w.id = :w
                        where s.workspace_id = :w and s.on_answers
                        """)
                .param("w", workspace)
                .param("department", department)
                .query(Row.as(row -> row.text("language")))
                .optional();
    }

    Optional<byte[]> secret(UUID workspace) {
        return jdbc.sql("select secret from rating_setting where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.bytes("secret")))
                .optional();
    }

    void setSecret(UUID workspace, byte[] sealed) {
        jdbc.sql("""
                        insert into rating_setting (workspace_id, secret) values (:w, :secret)
                        on conflict (workspace_id) do update set secret = :secret
                        """).param("w", workspace).param("secret", sealed).update();
    }

    /** @return whether it still had the version that was read */
    boolean save(UUID workspace, boolean onAnswers, long version) {
        return jdbc.sql("""
                        update rating_setting set on_answers = :on, version = version + 1
                        where workspace_id = :w and version = :version
                        """)
                        .param("w", workspace)
                        .param("on", onAnswers)
                        .param("version", version)
                        .update()
                == 1;
    }
}
