package org.fourleaf.kudos;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
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

/** Loads and saves kudos, what is left to give, and how much there is. */
@Component
class KudosStore {

    private static final RowMapper<Kudos> KUDOS = Row.as(KudosStore::kudos);

    private final JdbcClient jdbc;

    KudosStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID workspace, Kudos kudos) {
        jdbc.sql("""
                        insert into kudos (workspace_id, id, from_id, to_id, message, ticket_id, points, coins, month, at)
                        values (:w, :id, :from, :to, :message, :ticket, :points, :coins, :month, :at)
                        """)
                .param("w", workspace)
                .param("id", kudos.id())
                .param("from", kudos.from())
                .param("to", kudos.to())
                .param("message", kudos.message())
                .param("ticket", kudos.ticket())
                .param("points", kudos.points())
                .param("coins", kudos.coins())
                .param("month", kudos.month())
                .param("at", Sql.bind(kudos.at()))
                .update();
    }

    Optional<Kudos> find(UUID workspace, UUID id) {
        return jdbc.sql("select * from kudos where workspace_id = :w and id = :id and withdrawn_at is null")
                .param("w", workspace)
                .param("id", id)
                .query(KUDOS)
                .optional();
    }

    List<Kudos> all(UUID workspace, Collection<UUID> ids) {
        return jdbc.sql("select * from kudos where workspace_id = :w and id = any (:ids) and withdrawn_at is null")
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .query(KUDOS)
                .list();
    }

    /** Newest first. */
    List<Kudos> page(UUID workspace, @Nullable UUID from, @Nullable UUID to, Slice slice) {
        Cursor after = slice.after(2);
        Sql sql = Sql.of("select * from kudos where workspace_id = ? and withdrawn_at is null", workspace)
                .addIf(from != null, "and from_id = ?", from)
                .addIf(to != null, "and to_id = ?", to);
        if (after != null) {
            sql.add("and (at, id) < (?, ?)", after.instant(0), after.id(1));
        }
        return sql.add("order by at desc, id desc limit ?", slice.fetch())
                .on(jdbc)
                .query(KUDOS)
                .list();
    }

    /** @return whether it still stood */
    boolean withdraw(UUID workspace, UUID id, @Nullable UUID by, Instant now) {
        return jdbc.sql("""
                        update kudos set withdrawn_at = :now, withdrawn_by = :by, message = ''
                        where workspace_id = :w and id = :id and withdrawn_at is null
                        """)
                        .param("w", workspace)
                        .param("id", id)
                        .param("by", by)
                        .param("now", Sql.bind(now))
                        .update()
                == 1;
    }

    /** One more of a month's allowance. Whoever comes at the same moment waits here. @return whether one was left */
    boolean spend(UUID workspace, UUID agent, int month, int perMonth) {
        return perMonth > 0
                && jdbc.sql("""
                        insert into kudos_month as m (workspace_id, agent_id, month, given) values (:w, :agent, :month, 1)
                        on conflict (workspace_id, agent_id, month) do update set given = m.given + 1 where m.given < :max
                        """)
                                .param("w", workspace)
                                .param("agent", agent)
                                .param("month", month)
                                .param("max", perMonth)
                                .update()
                        == 1;
    }

    void unspend(UUID workspace, UUID agent, int month) {
        jdbc.sql("""
                        update kudos_month set given = given - 1
                        where workspace_id = :w and agent_id = :agent and month = :month and given > 0
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("month", month)
                .update();
    }

    int given(UUID workspace, UUID agent, int month) {
        return jdbc.sql(
                        "select given from kudos_month where workspace_id = :w and agent_id = :agent and month = :month")
                .param("w", workspace)
                .param("agent", agent)
                .param("month", month)
                .query(Row.as(row -> row.number("given")))
                .optional()
                .orElse(0);
    }

    KudosSetting setting(UUID workspace) {
        return jdbc.sql("select * from kudos_setting where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> new KudosSetting(
                        row.number("per_month"), row.number("points"), row.number("coins"), row.big("version"))))
                .optional()
                .orElse(KudosSetting.USUAL);
    }

    /** @return whether it still had the version that was read */
    boolean save(UUID workspace, KudosSetting setting) {
        return jdbc.sql("""
                        insert into kudos_setting as s (workspace_id, per_month, points, coins) values (:w, :perMonth, :points, :coins)
                        on conflict (workspace_id) do update set per_month = excluded.per_month, points = excluded.points,
                            coins = excluded.coins, version = s.version + 1
                            where s.version = :version
                        """)
                        .param("w", workspace)
                        .param("perMonth", setting.perMonth())
                        .param("points", setting.points())
                        .param("coins", setting.coins())
                        .param("version", setting.version())
                        .update()
                == 1;
    }

    private static Kudos kudos(Row row) throws SQLException {
        return new Kudos(
                row.uuid("id"),
                row.uuid("from_id"),
                row.uuid("to_id"),
                row.text("message"),
                row.uuidOrNull("ticket_id"),
                row.number("points"),
                row.number("coins"),
                row.number("month"),
                row.instant("at"));
    }
}
