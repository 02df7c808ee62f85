package org.fourleaf.game;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds to what agents did by day. */
@Component
class ActDayStore {

    private static final int FORGOTTEN_AT_ONCE = 20_000;

    private final JdbcClient jdbc;

    ActDayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID workspace, List<ActDay> acts) {
        if (acts.isEmpty()) {
            return;
        }
        Columns<ActDay> columns = Columns.of(acts);
        jdbc.sql("""
                        insert into act_day as d (workspace_id, kind, day, agent_id, department_id, channel, n, measured, total, most, most_at, last_at)
                        select :w, a.* from unnest(cast(:kinds as smallint[]), :days, :agents, :departments, cast(:channels as smallint[]), :ns, :measured, cast(:totals as bigint[]),
                            cast(:mosts as bigint[]), cast(:mostAts as timestamptz[]), cast(:lastAts as timestamptz[])) as a
                        order by 2, 3, 4, 5, 6
                        on conflict (workspace_id, kind, day, agent_id, department_id, channel) do update set
                            n = d.n + excluded.n, measured = d.measured + excluded.measured, total = d.total + excluded.total, most = greatest(d.most, excluded.most),
                            most_at = case when excluded.most > d.most then excluded.most_at
                                when excluded.most < d.most then d.most_at else least(d.most_at, excluded.most_at) end,
                            last_at = greatest(d.last_at, excluded.last_at)
                        """)
                .param("w", workspace)
                .param("kinds", columns.numbers(act -> act.kind().code()))
                .param("days", columns.numbers(ActDay::day))
                .param("agents", columns.ids(ActDay::agent))
                .param("departments", columns.ids(ActDay::department))
                .param("channels", columns.numbers(ActDay::channel))
                .param("ns", columns.numbers(ActDay::n))
                .param("measured", columns.numbers(ActDay::measured))
                .param("totals", columns.texts(act -> Long.toString(act.total())))
                .param("mosts", columns.texts(act -> Long.toString(act.most())))
                .param("mostAts", columns.instants(ActDay::mostAt))
                .param("lastAts", columns.instants(ActDay::lastAt))
                .update();
    }

    /** @return whether there may be more */
    boolean forgetSome(UUID workspace) {
        return jdbc.sql("""
                        delete from act_day where workspace_id = :w and ctid = any (array(
                            select ctid from act_day where workspace_id = :w limit :rows))
                        """)
                        .param("w", workspace)
                        .param("rows", FORGOTTEN_AT_ONCE)
                        .update()
                > 0;
    }
}
