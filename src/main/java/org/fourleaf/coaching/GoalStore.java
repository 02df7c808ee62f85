package org.fourleaf.coaching;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves goals. */
@Component
class GoalStore {

    private static final RowMapper<Goal> GOAL = Row.as(GoalStore::goal);

    private final JdbcClient jdbc;

    GoalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the agents and departments, those that end last first. @param since without those that ended before this day */
    List<Goal> of(
            UUID workspace,
            Collection<UUID> agents,
            Collection<UUID> departments,
            @Nullable LocalDate since,
            int limit) {
        return jdbc.sql("""
                        select * from coaching_goal where workspace_id = :w and until_day >= :since
                            and (agent_id = any (:agents) or department_id = any (:departments))
                        order by until_day desc, id limit :limit
                        """)
                .param("w", workspace)
                .param("agents", Sql.bind(agents))
                .param("departments", Sql.bind(departments))
                .param("since", since == null ? 0 : day(since))
                .param("limit", limit)
                .query(GOAL)
                .list();
    }

    /** All of a workspace, those that end last first. */
    List<Goal> all(UUID workspace, @Nullable LocalDate since, int limit) {
        return jdbc.sql("""
                        select * from coaching_goal where workspace_id = :w and until_day >= :since
                        order by until_day desc, id limit :limit
                        """)
                .param("w", workspace)
                .param("since", since == null ? 0 : day(since))
                .param("limit", limit)
                .query(GOAL)
                .list();
    }

    Optional<Goal> find(UUID workspace, UUID id) {
        return jdbc.sql("select * from coaching_goal where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(GOAL)
                .optional();
    }

    long count(UUID workspace, Goal like) {
        return jdbc.sql("""
                        select count(*) from coaching_goal where workspace_id = :w
                            and (agent_id = cast(:agent as uuid) or department_id = cast(:department as uuid))
                        """)
                .param("w", workspace)
                .param("agent", like.agent())
                .param("department", like.department())
                .query(Long.class)
                .single();
    }

    void insert(UUID workspace, Goal goal) {
        jdbc.sql("""
                        insert into coaching_goal
                            (workspace_id, id, agent_id, department_id, author_id, kpi, aim, target, from_day, until_day, words)
                        values (:w, :id, :agent, :department, :author, :kpi, :aim, :target, :from, :until, :words)
                        """)
                .param("w", workspace)
                .param("id", goal.id())
                .param("agent", goal.agent())
                .param("department", goal.department())
                .param("author", goal.author())
                .param("kpi", goal.kpi())
                .param("aim", goal.aim().code())
                .param("target", goal.target())
                .param("from", day(goal.from()))
                .param("until", day(goal.until()))
                .param("words", goal.words())
                .update();
    }

    /** @return false when its version is another meanwhile */
    boolean update(UUID workspace, Goal goal) {
        return jdbc.sql("""
                        update coaching_goal set aim = :aim, target = :target, from_day = :from, until_day = :until, words = :words,
                            version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", goal.id())
                        .param("aim", goal.aim().code())
                        .param("target", goal.target())
                        .param("from", day(goal.from()))
                        .param("until", day(goal.until()))
                        .param("words", goal.words())
                        .param("version", goal.version())
                        .update()
                == 1;
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("update coaching_note set goal_id = null where workspace_id = :w and goal_id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
        jdbc.sql("delete from coaching_goal where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private static Goal goal(Row row) throws SQLException {
        return new Goal(
                row.uuid("id"),
                row.uuidOrNull("agent_id"),
                row.uuidOrNull("department_id"),
                row.uuid("author_id"),
                row.text("kpi"),
                Aim.ofCode(row.number("aim")),
                row.set().getDouble("target"),
                LocalDate.ofEpochDay(row.number("from_day")),
                LocalDate.ofEpochDay(row.number("until_day")),
                row.text("words"),
                row.big("version"));
    }
}
