package org.fourleaf.templates;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves which departments answer automatically, and which tickets still wait for such an answer. */
@Component
class AutoAnswerStore {

    /** A ticket that waits. @param attempts how often answering it failed */
    record Todo(UUID ticket, int attempts) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AutoAnswerStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    AutoAnswers of(UUID workspace, UUID department) {
        return jdbc.sql("""
                        select on_creation, out_of_hours, holiday, version from auto_answer
                        where workspace_id = :w and department_id = :department
                        """)
                .param("w", workspace)
                .param("department", department)
                .query(Row.as(row -> new AutoAnswers(
                        row.flag("on_creation"), row.flag("out_of_hours"), row.flag("holiday"), row.big("version"))))
                .optional()
                .orElse(AutoAnswers.NONE);
    }

    void put(UUID workspace, UUID department, AutoAnswers answers) {
        jdbc.sql("""
                        insert into auto_answer (workspace_id, department_id, on_creation, out_of_hours, holiday)
                        values (:w, :department, :onCreation, :outOfHours, :holiday)
                        on conflict (workspace_id, department_id) do update
                        set on_creation = :onCreation, out_of_hours = :outOfHours, holiday = :holiday, version = auto_answer.version + 1
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("onCreation", answers.onCreation())
                .param("outOfHours", answers.outOfHours())
                .param("holiday", answers.holiday())
                .update();
    }

    void deleteOf(UUID workspace, UUID department) {
        jdbc.sql("delete from auto_answer where workspace_id = :w and department_id = :department")
                .param("w", workspace)
                .param("department", department)
                .update();
    }

    /** Those of departments that answer automatically. @return how many */
    int note(UUID workspace, List<Recorded> created) {
        Columns<Recorded> columns = Columns.of(created);
        return jdbc.sql("""
                        insert into auto_answer_todo (workspace_id, ticket_id, next_try_at)
                        select :w, n.ticket, :now
                        from unnest(:tickets, :departments) as n(ticket, department)
                        join auto_answer a on a.workspace_id = :w and a.department_id = n.department
                            and (a.on_creation or a.out_of_hours or a.holiday)
                        where exists (select 1 from ticket t where t.workspace_id = :w and t.id = n.ticket)
                        on conflict do nothing
                        """)
                .param("w", workspace)
                .param("tickets", columns.ids(Recorded::ticket))
                .param("departments", columns.ids(Recorded::department))
                .param("now", Sql.bind(clock.instant()))
                .update();
    }

    List<UUID> workspacesWithDue() {
        return jdbc.sql("select * from workspaces_with_auto_answers_due(:now) as id")
                .param("now", Sql.bind(clock.instant()))
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    /** The one that waits longest and that no other node has, locked until the transaction ends. */
    Optional<Todo> claim(UUID workspace) {
        return jdbc.sql("""
                        select ticket_id, attempts from auto_answer_todo where workspace_id = :w and next_try_at <= :now
                        order by next_try_at limit 1 for update skip locked
                        """)
                .param("w", workspace)
                .param("now", Sql.bind(clock.instant()))
                .query(Row.as(row -> new Todo(row.uuid("ticket_id"), row.number("attempts"))))
                .optional();
    }

    void done(UUID workspace, UUID ticket) {
        jdbc.sql("delete from auto_answer_todo where workspace_id = :w and ticket_id = :ticket")
                .param("w", workspace)
                .param("ticket", ticket)
                .update();
    }

    void tryAgainAt(UUID workspace, UUID ticket, Instant moment) {
        jdbc.sql("""
                        update auto_answer_todo set attempts = attempts + 1, next_try_at = :moment
                        where workspace_id = :w and ticket_id = :ticket
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("moment", Sql.bind(moment))
                .update();
    }
}
