package org.fourleaf.coins;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Slice;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds entries together with their sums, and loads both. */
@Component
class CoinStore {

    private static final RowMapper<CoinEntry> ENTRY = Row.as(CoinStore::entry);

    private final JdbcClient jdbc;

    CoinStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry that is there already, for its line or its order, is left alone and not summed again. @return how many were new */
    int add(UUID workspace, List<CoinEntry> entries) {
        Columns<CoinEntry> columns = Columns.of(entries);
        return jdbc.sql("""
                        with fresh as (
                            insert into coin_entry (workspace_id, id, agent_id, rule, coins, at, source_kind, source_seq, order_id, about,
                                by_id, reason)
                            select :w, e.* from unnest(:ids, :agents, :rules, :coins, cast(:ats as timestamptz[]),
                                cast(:kinds as smallint[]), cast(:seqs as bigint[]), :orders, :abouts, :bys, :reasons) as e
                            on conflict do nothing returning agent_id, coins
                        ), summed as (
                            insert into coin_balance as b (workspace_id, agent_id, coins)
                            select :w, agent_id, sum(coins) from fresh group by agent_id order by agent_id
                            on conflict (workspace_id, agent_id) do update set coins = b.coins + excluded.coins
                        )
                        select count(*) as n from fresh
                        """)
                .param("w", workspace)
                .param("ids", columns.ids(CoinEntry::id))
                .param("agents", columns.ids(CoinEntry::agent))
                .param("rules", columns.texts(CoinEntry::rule))
                .param("coins", columns.numbers(CoinEntry::coins))
                .param("ats", columns.instants(CoinEntry::at))
                .param("kinds", columns.numbers(entry -> entry.kind().code()))
                .param("seqs", columns.texts(entry -> entry.seq() == null ? null : Long.toString(entry.seq())))
                .param("orders", columns.ids(CoinEntry::order))
                .param("abouts", columns.texts(CoinEntry::about))
                .param("bys", columns.ids(CoinEntry::by))
                .param("reasons", columns.texts(CoinEntry::reason))
                .query(Row.as(row -> row.number("n")))
                .single();
    }

    /** Holds an agent's balance until the transaction ends. @return whether there are as many coins */
    boolean holds(UUID workspace, UUID agent, int coins) {
        return jdbc.sql("""
                        select coins from coin_balance where workspace_id = :w and agent_id = :agent and coins >= :coins for update
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("coins", coins)
                .query(Row.as(row -> row.big("coins")))
                .optional()
                .isPresent();
    }

    /** What an agent has, held until the transaction ends; nobody holds what was never there. */
    long held(UUID workspace, UUID agent) {
        return jdbc.sql("select coins from coin_balance where workspace_id = :w and agent_id = :agent for update")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> row.big("coins")))
                .optional()
                .orElse(0L);
    }

    long balance(UUID workspace, UUID agent) {
        return jdbc.sql("select coins from coin_balance where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> row.big("coins")))
                .optional()
                .orElse(0L);
    }

    /** Newest first. */
    List<CoinEntry> page(UUID workspace, UUID agent, Slice slice) {
        Cursor after = slice.after(2);
        Sql sql = Sql.of("select * from coin_entry where workspace_id = ? and agent_id = ?", workspace, agent);
        if (after != null) {
            sql.add("and (at, id) < (?, ?)", after.instant(0), after.id(1));
        }
        return sql.add("order by at desc, id desc limit ?", slice.fetch())
                .on(jdbc)
                .query(ENTRY)
                .list();
    }

    private static CoinEntry entry(Row row) throws SQLException {
        return new CoinEntry(
                row.uuid("id"),
                row.uuid("agent_id"),
                row.text("rule"),
                row.number("coins"),
                row.instant("at"),
                ActivityKind.ofCode(row.number("source_kind")),
                row.textOrNull("source_seq") == null ? null : row.big("source_seq"),
                row.uuidOrNull("order_id"),
                row.textOrNull("about"),
                row.uuidOrNull("by_id"),
                row.textOrNull("reason"));
    }
}
