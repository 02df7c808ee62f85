package org.fourleaf.contests;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.boards.Standing;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves how contests ended. */
@Component
class ResultStore {

    /** A frozen place. @param name of a department, as it was called */
    record Result(UUID contest, Placing placing, @Nullable String name) {}

    /** An agent who won something. */
    record Winner(UUID agent, int rank, int points, int coins) {}

    private final JdbcClient jdbc;

    ResultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param names of departments */
    void insert(UUID workspace, UUID contest, List<Placing> placings, Map<UUID, String> names) {
        Columns<Placing> columns = Columns.of(placings);
        jdbc.sql("""
                        insert into contest_result (workspace_id, contest_id, participant_id, place, name, rank, value, sample, last_at, gate,
                            passed_over)
                        select :w, :contest, r.who, r.place, r.name, r.rank, r.value, r.sample, r.last_at, r.gate, r.passed
                        from unnest(:who, :names, cast(:ranks as int[]), cast(:values as float8[]), cast(:samples as bigint[]),
                            cast(:lasts as timestamptz[]), cast(:gates as float8[]), :passed) with ordinality
                            as r(who, name, rank, value, sample, last_at, gate, passed, place)
                        """)
                .param("w", workspace)
                .param("contest", contest)
                .param("who", columns.ids(one -> one.standing().who()))
                .param("names", columns.texts(one -> names.get(one.standing().who())))
                .param("ranks", columns.numbers(Placing::rank))
                .param(
                        "values",
                        columns.texts(one -> Double.toString(one.standing().value())))
                .param(
                        "samples",
                        columns.texts(one -> Long.toString(one.standing().sample())))
                .param("lasts", columns.instants(one -> one.standing().last()))
                .param("gates", columns.texts(one -> one.gate() == null ? null : Double.toString(one.gate())))
                .param("passed", columns.texts(Placing::passedOver))
                .update();
    }

    void insertWinners(UUID workspace, UUID contest, List<Winner> winners) {
        Columns<Winner> columns = Columns.of(winners);
        jdbc.sql("""
                        insert into contest_winner (workspace_id, contest_id, agent_id, rank, points, coins)
                        select :w, :contest, n.* from unnest(:agents, :ranks, :points, :coins) as n
                        """)
                .param("w", workspace)
                .param("contest", contest)
                .param("agents", columns.ids(Winner::agent))
                .param("ranks", columns.numbers(Winner::rank))
                .param("points", columns.numbers(Winner::points))
                .param("coins", columns.numbers(Winner::coins))
                .update();
    }

    /** In their order. */
    List<Result> of(UUID workspace, UUID contest) {
        return jdbc.sql("select * from contest_result where workspace_id = :w and contest_id = :contest order by place")
                .param("w", workspace)
                .param("contest", contest)
                .query(Row.as(row -> result(row)))
                .list();
    }

    /** The best of several contests, as far as there were prizes. */
    Map<UUID, List<Result>> best(UUID workspace, Collection<UUID> contests) {
        Map<UUID, List<Result>> best = new HashMap<>();
        jdbc.sql("""
                        select r.* from contest c join contest_result r on r.workspace_id = :w and r.contest_id = c.id
                            and r.place <= :max and r.rank <= jsonb_array_length(c.prizes)
                        where c.workspace_id = :w and c.id = any (:contests) order by r.contest_id, r.place
                        """)
                .param("w", workspace)
                .param("contests", Sql.bind(contests))
                .param("max", Contest.PRIZES_MAX)
                .query(Row.as(row -> result(row)))
                .list()
                .forEach(result -> best.computeIfAbsent(result.contest(), made -> new ArrayList<>())
                        .add(result));
        return best;
    }

    private static Result result(Row row) throws java.sql.SQLException {
        double gate = row.set().getDouble("gate");
        boolean hasGate = !row.set().wasNull();
        return new Result(
                row.uuid("contest_id"),
                new Placing(
                        new Standing(
                                row.uuid("participant_id"),
                                row.set().getDouble("value"),
                                row.big("sample"),
                                row.big("sample"),
                                row.instant("last_at")),
                        row.numberOrNull("rank"),
                        hasGate ? gate : null,
                        row.textOrNull("passed_over")),
                row.textOrNull("name"));
    }
}
