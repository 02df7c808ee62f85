package org.fourleaf.shop;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves what the shop has. */
@Component
class ShopStore {

    static final TypeReference<Map<String, ItemWords>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<ShopItem> items = Row.as(this::item);

    ShopStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The cheapest first. */
    List<ShopItem> all(UUID workspace) {
        return jdbc.sql("""
                        select * from shop_item where workspace_id = :w and removed_at is null order by cost, name, id limit :max
                        """)
                .param("w", workspace)
                .param("max", ShopItem.ITEMS_MAX)
                .query(items)
                .list();
    }

    /** Removed ones too. */
    Map<UUID, ShopItem> byIds(UUID workspace, Collection<UUID> ids) {
        Map<UUID, ShopItem> found = new HashMap<>();
        jdbc.sql("select * from shop_item where workspace_id = :w and id = any (:ids)")
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .query(items)
                .list()
                .forEach(item -> found.put(item.id(), item));
        return found;
    }

    boolean hasOrdered(UUID workspace, UUID agent, UUID item) {
        return jdbc.sql("""
                        select 1 from shop_order where workspace_id = :w and item_id = :item and agent_id = :agent limit 1
                        """)
                .param("w", workspace)
                .param("item", item)
                .param("agent", agent)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<ShopItem> find(UUID workspace, UUID id) {
        return jdbc.sql("select * from shop_item where workspace_id = :w and id = :id and removed_at is null")
                .param("w", workspace)
                .param("id", id)
                .query(items)
                .optional();
    }

    void insert(UUID workspace, ShopItem item) {
        bound(jdbc.sql("""
                        insert into shop_item (workspace_id, id, name, text, texts, picture, face, cost, stock, per_agent_max, approval, active)
                        values (:w, :id, :name, :text, cast(:texts as jsonb), :picture, :face, :cost, :stock, :perAgent, :approval, :active)
                        """), workspace, item).update();
    }

    /**
     * @param stock what is left is written only when it is said: meanwhile somebody may have bought one
     * @return whether it still had the version that was read
     */
    boolean update(UUID workspace, ShopItem item, boolean stock) {
        return bound(jdbc.sql("""
                        update shop_item set name = :name, text = :text, texts = cast(:texts as jsonb), picture = :picture, face = :face, cost = :cost,
                            stock = case when :restock then cast(:stock as int) else stock end, per_agent_max = :perAgent,
                            approval = :approval, active = :active, version = version + 1
                        where workspace_id = :w and id = :id and removed_at is null and version = :version
                        """), workspace, item)
                        .param("restock", stock)
                        .param("version", item.version())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec sql, UUID workspace, ShopItem item) {
        return sql.param("w", workspace)
                .param("id", item.id())
                .param("name", item.name())
                .param("text", item.text())
                .param("texts", json.writeValueAsString(item.texts()))
                .param("picture", item.picture())
                .param("face", item.face())
                .param("cost", item.cost())
                .param("stock", item.stock())
                .param("perAgent", item.perAgentMax())
                .param("approval", item.approval())
                .param("active", item.active());
    }

    /** Orders keep naming it. @return whether it was there */
    boolean remove(UUID workspace, UUID id, Instant now) {
        return jdbc.sql("""
                        update shop_item set removed_at = :now, active = false where workspace_id = :w and id = :id and removed_at is null
                        """)
                        .param("w", workspace)
                        .param("id", id)
                        .param("now", Sql.bind(now))
                        .update()
                == 1;
    }

    /** Takes one off the shelf and holds the item until the transaction ends. @return the item, none when it is sold out or not for sale */
    Optional<ShopItem> take(UUID workspace, UUID id) {
        return jdbc.sql("""
                        update shop_item set stock = stock - 1
                        where workspace_id = :w and id = :id and active and removed_at is null and (stock is null or stock > 0)
                        returning *
                        """).param("w", workspace).param("id", id).query(items).optional();
    }

    void putBack(UUID workspace, UUID id) {
        jdbc.sql("update shop_item set stock = stock + 1 where workspace_id = :w and id = :id and stock is not null")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    /** How many of each item an agent has, or waits for. */
    Map<UUID, Integer> bought(UUID workspace, UUID agent, @Nullable UUID item) {
        Map<UUID, Integer> bought = new HashMap<>();
        Sql.of(
                        "select item_id, count(*) as n from shop_order where workspace_id = ? and agent_id = ? and state in (1, 2, 3)",
                        workspace,
                        agent)
                .addIf(item != null, "and item_id = ?", item)
                .add("group by item_id")
                .on(jdbc)
                .query(Row.as(row -> bought.put(row.uuid("item_id"), row.number("n")) == null))
                .list();
        return bought;
    }

    private ShopItem item(Row row) throws SQLException {
        return new ShopItem(
                row.uuid("id"),
                row.text("name"),
                row.text("text"),
                json.readValue(row.text("texts"), TEXTS),
                row.text("picture"),
                row.textOrNull("face"),
                row.number("cost"),
                row.numberOrNull("stock"),
                row.numberOrNull("per_agent_max"),
                row.flag("approval"),
                row.flag("active"),
                row.big("version"));
    }
}
