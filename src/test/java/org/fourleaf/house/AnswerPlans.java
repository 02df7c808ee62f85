package org.fourleaf.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fourleaf.Api;
import org.fourleaf.StatementCounting;
import org.fourleaf.World;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the database does for an answer: each of its statements explained as the pool's role, as a plan made once for whatever values come. */
final class AnswerPlans {

    private static final int MANY = 20_000;
    private static final Pattern SCANNED = Pattern.compile("Seq Scan on (\\w+)");

    private final World world;
    private final Api api;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
    private final List<String> growing = new ArrayList<>();
    private final Map<String, UUID> named = new HashMap<>();

    AnswerPlans(World world, Api api, JdbcClient jdbc, TransactionOperations transaction) {
        this.world = world;
        this.api = api;
        this.jdbc = jdbc;
        this.transaction = transaction;
        named.put("olga", world.agentId(World.OLGA));
    }

    /** What else may be named. */
    void name(String name, UUID id) {
        named.put(name, id);
    }

    /** @param sql may name {@code :w}, the workspace, {@code :n}, how many rows are many, and {@code :olga}, who asks */
    void fill(String sql) {
        JdbcClient.StatementSpec statement =
                owner.sql(sql).param("w", world.workspace()).param("n", MANY);
        for (Map.Entry<String, UUID> each : named.entrySet()) {
            if (sql.contains(":" + each.getKey())) {
                statement = statement.param(each.getKey(), each.getValue());
            }
        }
        statement.update();
    }

    /** Once they are filled: these, and the log, may not be read from their beginning. */
    void grow(List<String> tables) {
        tables.forEach(table -> owner.sql("analyze " + table).update());
        owner.sql("analyze log").update();
        growing.addAll(tables);
        // Of the log only the part that has lines: those of months to come are empty.
        growing.addAll(owner.sql("select distinct tableoid::regclass::text as part from log where workspace_id = :w")
                .param("w", world.workspace())
                .query(Row.as(row -> row.text("part")))
                .list());
    }

    /** @param beginning of one of its statements: which thread answered */
    void assertIndexed(String path, String beginning) {
        List<String> statements;
        try (StatementCounting counting = new StatementCounting()) {
            api.get(path).mustBe(200);
            statements = counting.ofThreadThatDid(beginning);
        }
        assertThat(statements).as(path).isNotEmpty();
        for (String statement : statements) {
            if (isReading(statement)) {
                assertThat(SCANNED.matcher(plan(statement))
                                .results()
                                .map(found -> found.group(1))
                                .filter(growing::contains))
                        .as("%s%n%s", path, statement)
                        .isEmpty();
            }
        }
    }

    /** An answer may write too, such as when a session was last used. */
    private static boolean isReading(String statement) {
        return (statement.startsWith("select") || statement.startsWith("with")) && !statement.contains("insert into");
    }

    /** Made without values: a prepared statement takes nothing for each. */
    private String plan(String statement) {
        List<String> parts = new ArrayList<>(List.of(statement.split("\\?", -1)));
        StringBuilder sql = new StringBuilder(parts.getFirst());
        IntStream.range(1, parts.size()).forEach(i -> sql.append('$').append(i).append(parts.get(i)));
        String nothing = parts.size() == 1
                ? ""
                : "("
                        + String.join(
                                ", ", parts.stream().skip(1).map(part -> "null").toList()) + ")";
        List<String> lines = Workspaces.call(
                world.workspace(),
                () -> transaction.execute(status -> {
                    jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
                    jdbc.sql("prepare looked_at as " + sql).update();
                    List<String> plan = jdbc.sql("explain (costs off) execute looked_at" + nothing)
                            .query(Row.as(row -> row.text("QUERY PLAN")))
                            .list();
                    jdbc.sql("deallocate looked_at").update();
                    return plan;
                }));
        return String.join("\n", Objects.requireNonNull(lines));
    }
}
