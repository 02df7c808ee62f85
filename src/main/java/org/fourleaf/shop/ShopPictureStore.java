package org.fourleaf.shop;

import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.html.SafePicture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves own pictures of items. */
@Component
class ShopPictureStore {

    private final JdbcClient jdbc;

    ShopPictureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SafePicture> find(UUID workspace, UUID item) {
        return jdbc.sql("select hash, type, content from shop_picture where workspace_id = :w and item_id = :item")
                .param("w", workspace)
                .param("item", item)
                .query(Row.as(row -> new SafePicture(row.text("hash"), row.text("type"), row.bytes("content"))))
                .optional();
    }

    void put(UUID workspace, UUID item, SafePicture picture) {
        jdbc.sql("""
                        insert into shop_picture (workspace_id, item_id, hash, type, content) values (:w, :item, :hash, :type, :content)
                        on conflict (workspace_id, item_id) do update set hash = :hash, type = :type, content = :content
                        """)
                .param("w", workspace)
                .param("item", item)
                .param("hash", picture.hash())
                .param("type", picture.type())
                .param("content", picture.content())
                .update();
    }

    void delete(UUID workspace, UUID item) {
        jdbc.sql("delete from shop_picture where workspace_id = :w and item_id = :item")
                .param("w", workspace)
                .param("item", item)
                .update();
    }
}
