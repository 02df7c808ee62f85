package org.fourleaf.shop;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves orders and every state they were in. */
@Component
class OrderStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<ShopOrder> orders = Row.as(this::order);

    OrderStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(UUID workspace, ShopOrder order, @Nullable UUID by) {
        jdbc.sql("""
                        insert into shop_order (workspace_id, id, item_id, item_name, item_texts, agent_id, cost, wish, state, at)
                        values (:w, :id, :item, :name, cast(:texts as jsonb), :agent, :cost, :wish, :state, :at)
                        """)
                .param("w", workspace)
                .param("id", order.id())
                .param("item", order.item())
                .param("name", order.itemName())
                .param("texts", json.writeValueAsString(order.itemTexts()))
                .param("agent", order.agent())
                .param("cost", order.cost())
                .param("wish", order.wish())
                .param("state", order.state().code())
                .param("at", Sql.bind(order.at()))
                .update();
        step(workspace, order, new ShopOrder.Step(order.state(), order.at(), by, ""));
    }

    /** @return whether nobody else changed it meanwhile */
    boolean become(UUID workspace, ShopOrder order, ShopOrder.Step step) {
        boolean mine = jdbc.sql("""
                        update shop_order set state = :state, version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", order.id())
                        .param("state", step.state().code())
                        .param("version", order.version())
                        .update()
                == 1;
        if (mine) {
            step(workspace, order.as(step.state()), step);
        }
        return mine;
    }

    private void step(UUID workspace, ShopOrder order, ShopOrder.Step step) {
        jdbc.sql("""
                        insert into shop_order_step (workspace_id, order_id, place, state, at, by_id, note)
                        values (:w, :order, :place, :state, :at, :by, :note)
                        """)
                .param("w", workspace)
                .param("order", order.id())
                .param("place", order.version())
                .param("state", step.state().code())
                .param("at", Sql.bind(step.at()))
                .param("by", step.by())
                .param("note", step.note())
                .update();
    }

    Optional<ShopOrder> find(UUID workspace, UUID id) {
        return jdbc.sql("select * from shop_order where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(orders)
                .optional();
    }

    List<ShopOrder.Step> steps(UUID workspace, UUID order) {
        return jdbc.sql("select * from shop_order_step where workspace_id = :w and order_id = :order order by place")
                .param("w", workspace)
                .param("order", order)
                .query(Row.as(row -> new ShopOrder.Step(
                        OrderState.ofCode(row.number("state")),
                        row.instant("at"),
                        row.uuidOrNull("by_id"),
                        row.text("note"))))
                .list();
    }

    /** Newest first. @param agent only theirs; none for everybody's */
    List<ShopOrder> page(UUID workspace, @Nullable UUID agent, @Nullable OrderState state, Slice slice) {
        Cursor after = slice.after(2);
        Sql sql = Sql.of("select * from shop_order where workspace_id = ?", workspace)
                .addIf(agent != null, "and agent_id = ?", agent)
                .addIf(state != null, "and state = ?", state == null ? null : state.code());
        if (after != null) {
            sql.add("and (at, id) < (?, ?)", after.instant(0), after.id(1));
        }
        return sql.add("order by at desc, id desc limit ?", slice.fetch())
                .on(jdbc)
                .query(orders)
                .list();
    }

    /** What an agent waits for. */
    List<ShopOrder> open(UUID workspace, UUID agent) {
        return jdbc.sql(
                        "select * from shop_order where workspace_id = :w and agent_id = :agent and state in (1, 2) order by at, id")
                .param("w", workspace)
                .param("agent", agent)
                .query(orders)
                .list();
    }

    /** What was noted about an agent's orders. */
    void forgetNotes(UUID workspace, UUID agent) {
        jdbc.sql("""
                        update shop_order_step s set note = '' from shop_order o
                        where o.workspace_id = :w and o.agent_id = :agent and s.workspace_id = :w and s.order_id = o.id and s.note <> ''
                        """).param("w", workspace).param("agent", agent).update();
    }

    private ShopOrder order(Row row) throws SQLException {
        return new ShopOrder(
                row.uuid("id"),
                row.uuid("item_id"),
                row.text("item_name"),
                json.readValue(row.text("item_texts"), ShopStore.TEXTS),
                row.uuid("agent_id"),
                row.number("cost"),
                row.text("wish"),
                OrderState.ofCode(row.number("state")),
                row.instant("at"),
                row.big("version"));
    }
}
