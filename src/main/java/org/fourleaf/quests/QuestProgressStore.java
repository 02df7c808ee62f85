package org.fourleaf.quests;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds to how far agents are, and says who is through. */
@Component
class QuestProgressStore {

    private static final int AGENTS_MAX = 10_000;
    private static final RowMapper<Run> RUN = Row.as(QuestProgressStore::run);

    /** One agent at one quest in one period. */
    record Run(UUID agent, String quest, int period) {}

    /** How often they did what a step asks. @param goal how often that is asked */
    record Made(Run run, String step, int n, int goal) {}

    /** That somebody completed it. */
    record Done(Run run, Instant at, int points, int coins) {}

    private final JdbcClient jdbc;

    QuestProgressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What had reached its goal before is left alone. @return the others, as they are now */
    List<Made> add(UUID workspace, List<Made> made) {
        Columns<Made> columns = Columns.of(made);
        return jdbc.sql("""
                        insert into quest_progress as p (workspace_id, agent_id, quest_id, period, step_id, n, goal)
                        select :w, e.* from unnest(:agents, :quests, :periods, :steps, :ns, :goals) as e
                        order by 2, 3, 4, 5
                        on conflict (workspace_id, agent_id, quest_id, period, step_id) do update
                            set n = p.n + excluded.n, goal = excluded.goal where p.n < excluded.goal
                        returning agent_id, quest_id, period, step_id, n, goal
                        """)
                .param("w", workspace)
                .param("agents", columns.ids(each -> each.run().agent()))
                .param("quests", columns.texts(each -> each.run().quest()))
                .param("periods", columns.numbers(each -> each.run().period()))
                .param("steps", columns.texts(Made::step))
                .param("ns", columns.numbers(Made::n))
                .param("goals", columns.numbers(Made::goal))
                .query(Row.as(row -> new Made(run(row), row.text("step_id"), row.number("n"), row.number("goal"))))
                .list();
    }

    /** By step, how often. */
    Map<Run, Map<String, Integer>> of(UUID workspace, Collection<UUID> agents, Collection<String> quests) {
        Map<Run, Map<String, Integer>> all = new HashMap<>();
        jdbc.sql("""
                        select agent_id, quest_id, period, step_id, n from quest_progress
                        where workspace_id = :w and agent_id = any (:agents) and quest_id = any (:quests)
                        """)
                .param("w", workspace)
                .param("agents", Sql.bind(agents))
                .param("quests", Sql.bind(quests))
                .query(Row.as(row ->
                        all.computeIfAbsent(run(row), made -> new HashMap<>()).put(row.text("step_id"), row.number("n"))
                                == null))
                .list();
        return all;
    }

    /** Who has begun a quest in a period. */
    List<Run> begun(UUID workspace, String quest, int period) {
        return jdbc.sql("""
                        select distinct agent_id, quest_id, period from quest_progress
                        where workspace_id = :w and quest_id = :quest and period = :period limit :max
                        """)
                .param("w", workspace)
                .param("quest", quest)
                .param("period", period)
                .param("max", AGENTS_MAX)
                .query(RUN)
                .list();
    }

    /** @return whether they had not yet in this period */
    boolean done(UUID workspace, Done done) {
        return jdbc.sql("""
                        insert into quest_done (workspace_id, agent_id, quest_id, period, at, points, coins)
                        values (:w, :agent, :quest, :period, :at, :points, :coins) on conflict do nothing
                        """)
                        .param("w", workspace)
                        .param("agent", done.run().agent())
                        .param("quest", done.run().quest())
                        .param("period", done.run().period())
                        .param("at", Sql.bind(done.at()))
                        .param("points", done.points())
                        .param("coins", done.coins())
                        .update()
                == 1;
    }

    /** What an agent completed of these, the latest first. */
    List<Done> doneBy(UUID workspace, UUID agent, Collection<String> quests) {
        return jdbc.sql("""
                        select * from quest_done where workspace_id = :w and agent_id = :agent and quest_id = any (:quests)
                        order by at desc limit :max
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("quests", Sql.bind(quests))
                .param("max", AGENTS_MAX)
                .query(Row.as(row -> new Done(run(row), row.instant("at"), row.number("points"), row.number("coins"))))
                .list();
    }

    private static Run run(Row row) throws SQLException {
        return new Run(row.uuid("agent_id"), row.text("quest_id"), row.number("period"));
    }
}
