package org.fourleaf.people;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves reasons for pauses. */
@Component
class PauseReasonStore {

    private final JdbcClient jdbc;

    PauseReasonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PauseReason> all(UUID workspace) {
        return jdbc.sql(
                        "select id, name, place, version from pause_reason where workspace_id = :w order by place, name_key")
                .param("w", workspace)
                .query(Row.as(PauseReasonStore::reason))
                .list();
    }

    Optional<PauseReason> find(UUID workspace, UUID id) {
        return jdbc.sql("select id, name, place, version from pause_reason where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(PauseReasonStore::reason))
                .optional();
    }

    void insert(UUID workspace, PauseReason reason) {
        jdbc.sql(
                        "insert into pause_reason (workspace_id, id, name, name_key, place) values (:w, :id, :name, :key, :place)")
                .param("w", workspace)
                .param("id", reason.id())
                .param("name", reason.name())
                .param("key", Texts.key(reason.name()))
                .param("place", reason.place())
                .update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, PauseReason reason) {
        return jdbc.sql("""
                        update pause_reason set name = :name, name_key = :key, place = :place, version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", reason.id())
                        .param("name", reason.name())
                        .param("key", Texts.key(reason.name()))
                        .param("place", reason.place())
                        .param("version", reason.version())
                        .update()
                == 1;
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from pause_reason where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    private static PauseReason reason(Row row) throws SQLException {
        return new PauseReason(row.uuid("id"), row.text("name"), row.number("place"), row.big("version"));
    }
}
