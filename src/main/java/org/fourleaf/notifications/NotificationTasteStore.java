package org.fourleaf.notifications;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves what agents want to be told of. */
@Component
class NotificationTasteStore {

    private final JdbcClient jdbc;

    NotificationTasteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    NotificationTaste of(UUID workspace, UUID agent) {
        return jdbc.sql("""
                        select array_to_string(muted, ',') as muted, array_to_string(mailed, ',') as mailed,
                            array_to_string(popped, ',') as popped, mail_after_minutes, version
                        from notification_setting where workspace_id = :w and agent_id = :agent
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> new NotificationTaste(
                        kinds(row, "muted"),
                        kinds(row, "mailed"),
                        kinds(row, "popped"),
                        row.number("mail_after_minutes"),
                        row.big("version"))))
                .optional()
                .orElseGet(NotificationTaste::unsaid);
    }

    /** In one statement, so that of two changes that build on the same version one is told. @param expected none to overwrite */
    Optional<Long> save(UUID workspace, UUID agent, NotificationTaste taste, @Nullable Long expected) {
        return jdbc.sql("""
                        insert into notification_setting as s (workspace_id, agent_id, muted, mailed, popped, mail_after_minutes)
                        select :w, :agent, cast(:muted as smallint[]), cast(:mailed as smallint[]), cast(:popped as smallint[]), :minutes
                        where coalesce(cast(:expected as bigint), 0) = 0 or exists (
                            select 1 from notification_setting where workspace_id = :w and agent_id = :agent)
                        on conflict (workspace_id, agent_id) do update set muted = excluded.muted, mailed = excluded.mailed,
                            popped = excluded.popped, mail_after_minutes = excluded.mail_after_minutes, version = s.version + 1
                        where cast(:expected as bigint) is null or s.version = cast(:expected as bigint)
                        returning version
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("muted", codes(taste.muted()))
                .param("mailed", codes(taste.mailed()))
                .param("popped", codes(taste.popped()))
                .param("minutes", taste.mailAfterMinutes())
                .param("expected", expected)
                .query(Row.as(row -> row.big("version")))
                .optional();
    }

    private static Integer[] codes(Set<NotificationKind> kinds) {
        return kinds.stream().map(NotificationKind::code).sorted().toArray(Integer[]::new);
    }

    private static Set<NotificationKind> kinds(Row row, String column) throws SQLException {
        Set<NotificationKind> kinds = EnumSet.noneOf(NotificationKind.class);
        for (String code : row.text(column).split(",", -1)) {
            if (!code.isEmpty()) {
                kinds.add(NotificationKind.ofCode(Integer.parseInt(code)));
            }
        }
        return kinds;
    }
}
