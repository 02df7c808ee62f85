package org.fourleaf.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves how far a demonstration is, and takes it away. */
@Component
class DemoStore {

    /** @param seed what chance is drawn from. @param now the moment at which its history ends */
    record Demo(DemoState state, long seed, Instant now, int done, int total) {}

    private final JdbcClient jdbc;

    DemoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isDemonstration(UUID workspace) {
        return jdbc.sql("select demo from workspace where id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.flag("demo")))
                .optional()
                .orElse(false);
    }

    Optional<Demo> find(UUID workspace) {
        return jdbc.sql("select state, seed, now, done, total from demo where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> new Demo(
                        DemoState.ofCode(row.number("state")),
                        row.big("seed"),
                        row.instant("now"),
                        row.number("done"),
                        row.number("total"))))
                .optional();
    }

    /** Demonstrations of the whole installation; which of them are half full is known only inside each. */
    List<UUID> demonstrations() {
        return jdbc.sql("select id from workspace where demo and suspended_at is null")
                .query(UUID.class)
                .list();
    }

    String language(UUID workspace) {
        return jdbc.sql("select language from workspace where id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.text("language")))
                .single();
    }

    /** The calendar that holds by default. */
    Optional<UUID> calendar(UUID workspace) {
        return jdbc.sql("select id from business_hours where workspace_id = :w and is_default")
                .param("w", workspace)
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    /** What waits for an answer, or for somebody else. */
    List<UUID> waiting(UUID workspace) {
        return jdbc.sql("select id from ticket where workspace_id = :w and status in (1, 2, 6) order by id")
                .param("w", workspace)
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    /** The owner who signed up, as who acts. */
    Optional<Actor> owner(UUID workspace) {
        return jdbc.sql("""
                        select a.id, a.name from agent a join role r on r.workspace_id = :w and r.id = a.role_id
                        where a.workspace_id = :w and r.built_in and r.name = 'owner' and a.deactivated_at is null
                        order by a.id limit 1
                        """)
                .param("w", workspace)
                .query(Row.as(row -> Actor.agent(workspace, row.uuid("id"), row.text("name"), Set.of())))
                .optional();
    }

    /** False when there is one already. */
    boolean insert(UUID workspace, long seed, Instant now) {
        return jdbc.sql("""
                        insert into demo (workspace_id, state, seed, now) values (:w, :state, :seed, :now) on conflict do nothing
                        """)
                        .param("w", workspace)
                        .param("state", DemoState.FILLING.code())
                        .param("seed", seed)
                        .param("now", Sql.bind(now))
                        .update()
                == 1;
    }

    /** In the transaction that brings them in. @return false when another node has brought them in already, or it is being removed */
    boolean advance(UUID workspace, int from, int to, int total) {
        return jdbc.sql("""
                        update demo set done = :to, total = :total where workspace_id = :w and done = :from and state = :filling
                        """)
                        .param("w", workspace)
                        .param("from", from)
                        .param("to", to)
                        .param("total", total)
                        .param("filling", DemoState.FILLING.code())
                        .update()
                == 1;
    }

    void become(UUID workspace, DemoState state) {
        jdbc.sql("update demo set state = :state where workspace_id = :w")
                .param("w", workspace)
                .param("state", state.code())
                .update();
    }

    /** Removes some of it. @return how many rows; none when the workspace itself is gone */
    int removeSome(UUID workspace, int rowsMax) {
        return jdbc.sql("select remove_demo_workspace(:w, :rows)")
                .param("w", workspace)
                .param("rows", rowsMax)
                .query(Integer.class)
                .single();
    }
}
