package org.fourleaf.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves what a department's workload is computed from. */
@Component
class WorkloadStore {

    /** One agent's day in a department. @param day since 1970, UTC */
    record Day(UUID department, long day, UUID agent) {}

    /** What is counted. */
    record Counted(long backlog, long resolved, long agentDays, long solvers, long present, long arrived) {}

    /** What came and was resolved on one weekday, over all weeks counted. */
    record Weekday(long arrived, long resolved) {}

    /** A department's day. @param day since 1970, UTC */
    record Coming(UUID department, long day) {}

    private final JdbcClient jdbc;

    WorkloadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID workspace, Day day, long resolved) {
        jdbc.sql("""
                        insert into resolved_day (workspace_id, department_id, day, agent_id, resolved)
                        values (:w, :department, :day, :agent, :n)
                        on conflict (workspace_id, department_id, day, agent_id) do update
                        set resolved = resolved_day.resolved + excluded.resolved
                        """)
                .param("w", workspace)
                .param("department", day.department())
                .param("day", day.day())
                .param("agent", day.agent())
                .param("n", resolved)
                .update();
    }

    /** @param since the first day that counts. @param today not counted: it is not over */
    Counted of(UUID workspace, UUID department, long since, long today) {
        return jdbc.sql("""
                        select
                            (select coalesce(sum(n), 0) from ticket_count
                                where workspace_id = :w and department_id = :d and status in (1, 2)) as backlog,
                            (select coalesce(sum(resolved), 0) from resolved_day
                                where workspace_id = :w and department_id = :d and day >= :since and day < :today) as resolved,
                            (select count(*) from resolved_day
                                where workspace_id = :w and department_id = :d and day >= :since and day < :today) as agent_days,
                            (select coalesce(sum(arrived), 0) from arrived_day
                                where workspace_id = :w and department_id = :d and day >= :since and day < :today) as arrived,
                            (select count(*) from department_member m
                                join agent a on a.workspace_id = :w and a.id = m.agent_id and a.deactivated_at is null
                                where m.workspace_id = :w and m.department_id = :d and m.role >= 2 and m.solves) as solvers,
                            (select count(*) from department_member m
                                join agent a on a.workspace_id = :w and a.id = m.agent_id and a.deactivated_at is null
                                join agent_presence p on p.workspace_id = :w and p.agent_id = m.agent_id and p.channel = 1
                                    and p.state = 1
                                where m.workspace_id = :w and m.department_id = :d and m.role >= 2 and m.solves) as present
                        """)
                .param("w", workspace)
                .param("d", department)
                .param("since", since)
                .param("today", today)
                .query(Row.as(row -> new Counted(
                        row.big("backlog"),
                        row.big("resolved"),
                        row.big("agent_days"),
                        row.big("solvers"),
                        row.big("present"),
                        row.big("arrived"))))
                .single();
    }

    void addArrived(UUID workspace, Coming day, long arrived) {
        jdbc.sql("""
                        insert into arrived_day (workspace_id, department_id, day, arrived) values (:w, :department, :day, :n)
                        on conflict (workspace_id, department_id, day) do update set arrived = arrived_day.arrived + excluded.arrived
                        """)
                .param("w", workspace)
                .param("department", day.department())
                .param("day", day.day())
                .param("n", arrived)
                .update();
    }

    /** Remembers that it is told now. @return whether it was not told since */
    boolean mayTell(UUID workspace, UUID department, Instant now, Instant since) {
        return jdbc.sql("""
                        insert into overload_notice as o (workspace_id, department_id, told_at) values (:w, :department, :now)
                        on conflict (workspace_id, department_id) do update set told_at = excluded.told_at
                        where o.told_at <= :since
                        """)
                        .param("w", workspace)
                        .param("department", department)
                        .param("now", Sql.bind(now))
                        .param("since", Sql.bind(since))
                        .update()
                == 1;
    }

    /** The seven weekdays from tomorrow's on. */
    List<Weekday> week(UUID workspace, UUID department, long since, long today) {
        return jdbc.sql("""
                        select w.ahead,
                            (select coalesce(sum(arrived), 0) from arrived_day where workspace_id = :w and department_id = :d
                                and day >= :since and day < :today and (day - :today - w.ahead) % 7 = 0) as arrived,
                            (select coalesce(sum(resolved), 0) from resolved_day where workspace_id = :w and department_id = :d
                                and day >= :since and day < :today and (day - :today - w.ahead) % 7 = 0) as resolved
                        from generate_series(1, 7) as w(ahead) order by w.ahead
                        """)
                .param("w", workspace)
                .param("d", department)
                .param("since", since)
                .param("today", today)
                .query(Row.as(row -> new Weekday(row.big("arrived"), row.big("resolved"))))
                .list();
    }
}
