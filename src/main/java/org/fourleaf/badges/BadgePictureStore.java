package org.fourleaf.badges;

import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.html.SafePicture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves own pictures of badges. */
@Component
class BadgePictureStore {

    private final JdbcClient jdbc;

    BadgePictureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SafePicture> find(UUID workspace, String badge) {
        return jdbc.sql("select hash, type, content from badge_picture where workspace_id = :w and badge_id = :badge")
                .param("w", workspace)
                .param("badge", badge)
                .query(Row.as(row -> new SafePicture(row.text("hash"), row.text("type"), row.bytes("content"))))
                .optional();
    }

    void put(UUID workspace, String badge, SafePicture image) {
        jdbc.sql("""
                        insert into badge_picture (workspace_id, badge_id, hash, type, content) values (:w, :badge, :hash, :type, :content)
                        on conflict (workspace_id, badge_id) do update set hash = :hash, type = :type, content = :content
                        """)
                .param("w", workspace)
                .param("badge", badge)
                .param("hash", image.hash())
                .param("type", image.type())
                .param("content", image.content())
                .update();
    }

    void delete(UUID workspace, String badge) {
        jdbc.sql("delete from badge_picture where workspace_id = :w and badge_id = :badge")
                .param("w", workspace)
                .param("badge", badge)
                .update();
    }
}
