package org.fourleaf.screens;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves screens and the televisions that opened them. */
@Component
class ScreenStore {

    private static final String SELECT = """
            select s.*, (select max(v.seen_at) from screen_session v where v.workspace_id = s.workspace_id and v.screen_id = s.id) as seen_at
            from screen s where s.workspace_id = :w
            """;

    /** More televisions than this take the place of the one that asked longest ago. */
    private static final int SESSIONS_MAX = 20;

    private final JdbcClient jdbc;

    ScreenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Screen> all(UUID workspace) {
        return jdbc.sql(SELECT + "order by lower(s.name), s.id limit :max")
                .param("w", workspace)
                .param("max", Screen.SCREENS_MAX)
                .query(Row.as(ScreenStore::screen))
                .list();
    }

    Optional<Screen> find(UUID workspace, UUID id) {
        return jdbc.sql(SELECT + "and s.id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(ScreenStore::screen))
                .optional();
    }

    Optional<Screen> bySecret(UUID workspace, byte[] hash) {
        return jdbc.sql(SELECT + "and s.secret_hash = :hash")
                .param("w", workspace)
                .param("hash", hash)
                .query(Row.as(ScreenStore::screen))
                .optional();
    }

    /** Of a television that asks, and remembers that it did. */
    Optional<Screen> bySession(UUID workspace, byte[] hash, Instant now, Instant seenBefore) {
        Optional<Screen> screen = jdbc.sql(SELECT + """
                        and s.id = (select o.screen_id from screen_session o where o.workspace_id = :w and o.secret_hash = :hash)
                        """)
                .param("w", workspace)
                .param("hash", hash)
                .query(Row.as(ScreenStore::screen))
                .optional();
        if (screen.isPresent()) {
            jdbc.sql("""
                            update screen_session set seen_at = :now
                            where workspace_id = :w and secret_hash = :hash and seen_at < :before
                            """)
                    .param("w", workspace)
                    .param("hash", hash)
                    .param("now", Sql.bind(now))
                    .param("before", Sql.bind(seenBefore))
                    .update();
        }
        return screen;
    }

    void insert(UUID workspace, Screen screen, byte[] hash, @Nullable UUID by) {
        jdbc.sql("""
                        insert into screen (workspace_id, id, name, secret_hash, shows, departments, metric, language, made_by, made_at)
                        values (:w, :id, :name, :hash, :shows, :departments, :metric, :language, cast(:by as uuid), :at)
                        """)
                .param("w", workspace)
                .param("id", screen.id())
                .param("name", screen.name())
                .param("hash", hash)
                .param("shows", shows(screen))
                .param("departments", screen.departments().toArray(UUID[]::new))
                .param("metric", screen.metric())
                .param("language", screen.language())
                .param("by", by)
                .param("at", Sql.bind(screen.madeAt()))
                .update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, Screen screen) {
        return jdbc.sql("""
                        update screen set name = :name, shows = :shows, departments = :departments, metric = :metric, language = :language,
                            version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", screen.id())
                        .param("name", screen.name())
                        .param("shows", shows(screen))
                        .param("departments", screen.departments().toArray(UUID[]::new))
                        .param("metric", screen.metric())
                        .param("language", screen.language())
                        .param("version", screen.version())
                        .update()
                == 1;
    }

    /** The old link, and every television it opened, is worth nothing from now on. */
    void renew(UUID workspace, UUID id, byte[] hash) {
        jdbc.sql("update screen set secret_hash = :hash, version = version + 1 where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("hash", hash)
                .update();
        jdbc.sql("delete from screen_session where workspace_id = :w and screen_id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from screen where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    void open(UUID workspace, UUID screen, byte[] hash, Instant now) {
        jdbc.sql("""
                        delete from screen_session where workspace_id = :w and screen_id = :screen and secret_hash in (
                            select secret_hash from screen_session where workspace_id = :w and screen_id = :screen
                            order by seen_at desc offset :kept)
                        """)
                .param("w", workspace)
                .param("screen", screen)
                .param("kept", SESSIONS_MAX - 1)
                .update();
        jdbc.sql("""
                        insert into screen_session (workspace_id, secret_hash, screen_id, opened_at, seen_at)
                        values (:w, :hash, :screen, :now, :now)
                        """)
                .param("w", workspace)
                .param("hash", hash)
                .param("screen", screen)
                .param("now", Sql.bind(now))
                .update();
    }

    private static String[] shows(Screen screen) {
        return screen.shows().stream().map(ScreenPart::json).toArray(String[]::new);
    }

    private static Screen screen(Row row) throws SQLException {
        return new Screen(
                row.uuid("id"),
                row.text("name"),
                ScreenPart.named(row.texts("shows")),
                row.uuids("departments"),
                row.text("metric"),
                row.text("language"),
                row.instant("made_at"),
                row.instantOrNull("seen_at"),
                row.big("version"));
    }
}
