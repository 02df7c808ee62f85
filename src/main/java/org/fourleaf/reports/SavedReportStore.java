package org.fourleaf.reports;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves kept reports and the mails that are to bring them. */
@Component
class SavedReportStore {

    private static final String COLUMNS =
            "select id, name, owner_id, everyone, agents, departments, definition, schedule, next_at, version from saved_report";

    /** A mail that is to go out. */
    record Due(UUID report, Instant dueAt, UUID agent) {}

    /** Somebody a report goes to, with what they may now. */
    record Recipient(Actor actor, String email) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SavedReportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<SavedReport> all(UUID workspace, int limit) {
        return jdbc.sql(COLUMNS + " where workspace_id = :w order by lower(name), id limit :limit")
                .param("w", workspace)
                .param("limit", limit)
                .query(Row.as(this::report))
                .list();
    }

    Optional<SavedReport> find(UUID workspace, UUID id) {
        return jdbc.sql(COLUMNS + " where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(this::report))
                .optional();
    }

    long count(UUID workspace) {
        return jdbc.sql("select count(*) from saved_report where workspace_id = :w")
                .param("w", workspace)
                .query(Long.class)
                .single();
    }

    void insert(UUID workspace, SavedReport report) {
        write("""
                insert into saved_report (workspace_id, id, name, owner_id, everyone, agents, departments, definition, schedule, next_at)
                values (:w, :id, :name, :owner, :everyone, :agents, :departments, cast(:definition as jsonb), cast(:schedule as jsonb), :next)
                """, workspace, report);
    }

    /** @return false when its version is another meanwhile */
    boolean update(UUID workspace, SavedReport report) {
        return write("""
                update saved_report set name = :name, everyone = :everyone, agents = :agents, departments = :departments,
                    definition = cast(:definition as jsonb), schedule = cast(:schedule as jsonb), next_at = :next, version = version + 1,
                    owner_id = :owner
                where workspace_id = :w and id = :id and version = :version
                """, workspace, report) == 1;
    }

    private int write(String sql, UUID workspace, SavedReport report) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("w", workspace)
                .param("id", report.id())
                .param("name", report.name())
                .param("owner", report.owner())
                .param("everyone", report.everyone())
                .param("agents", report.agents().toArray(UUID[]::new))
                .param("departments", report.departments().toArray(UUID[]::new))
                .param("definition", json.writeValueAsString(report.definition()))
                .param("schedule", report.schedule() == null ? null : json.writeValueAsString(report.schedule()))
                .param("next", Sql.bind(report.nextAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        if (sql.contains(":version")) {
            statement = statement.param("version", report.version());
        }
        return statement.update();
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from saved_report where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    /** When each that goes out by mail does so next. */
    Map<UUID, Instant> scheduled(UUID workspace) {
        Map<UUID, Instant> scheduled = new HashMap<>();
        jdbc.sql("select id, next_at from saved_report where workspace_id = :w and next_at is not null for update")
                .param("w", workspace)
                .query(Row.as(row -> Map.entry(row.uuid("id"), row.instant("next_at"))))
                .list()
                .forEach(one -> scheduled.put(one.getKey(), one.getValue()));
        return scheduled;
    }

    void putOff(UUID workspace, UUID id, Instant next) {
        jdbc.sql("update saved_report set next_at = :next where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("next", Sql.bind(next))
                .update();
    }

    /** Reports that ask for an agent by address ask by id from now on. */
    void askById(UUID workspace, UUID agent, String address) {
        jdbc.sql("""
                        update saved_report set definition = cast(replace(definition::text, :address, :agent) as jsonb)
                        where workspace_id = :w and strpos(definition::text, :address) > 0
                        """)
                .param("w", workspace)
                .param("address", address)
                .param("agent", agent.toString())
                .update();
    }

    List<SavedReport> due(UUID workspace, Instant now, int limit) {
        return jdbc.sql(COLUMNS + """
                         where workspace_id = :w and next_at <= :now order by next_at, id limit :limit for update skip locked
                        """)
                .param("w", workspace)
                .param("now", Sql.bind(now))
                .param("limit", limit)
                .query(Row.as(this::report))
                .list();
    }

    void queue(UUID workspace, SavedReport report, Collection<UUID> agents, Instant next) {
        jdbc.sql("""
                        insert into report_mail (workspace_id, report_id, due_at, agent_id, next_try_at)
                        select :w, :id, :due, agent, :due from unnest(:agents) as agent on conflict do nothing
                        """)
                .param("w", workspace)
                .param("id", report.id())
                .param("due", Sql.bind(report.nextAt()))
                .param("agents", Sql.bind(agents))
                .update();
        jdbc.sql("update saved_report set next_at = :next where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", report.id())
                .param("next", Sql.bind(next))
                .update();
    }

    /** Taken for a while: another node leaves them alone, and a crash brings them back. */
    List<Due> take(UUID workspace, Instant now, Instant again, int triesMax, int limit) {
        return jdbc.sql("""
                        update report_mail m set next_try_at = :again, tries = tries + 1
                        where (m.workspace_id, m.report_id, m.due_at, m.agent_id) in (
                            select workspace_id, report_id, due_at, agent_id from report_mail
                            where workspace_id = :w and next_try_at <= :now and tries < :tries
                            order by next_try_at limit :limit for update skip locked)
                        returning report_id, due_at, agent_id
                        """)
                .param("w", workspace)
                .param("now", Sql.bind(now))
                .param("again", Sql.bind(again))
                .param("tries", triesMax)
                .param("limit", limit)
                .query(Row.as(row -> new Due(row.uuid("report_id"), row.instant("due_at"), row.uuid("agent_id"))))
                .list();
    }

    void sent(UUID workspace, Due due) {
        jdbc.sql("""
                        delete from report_mail
                        where workspace_id = :w and report_id = :id and due_at = :due and agent_id = :agent
                        """)
                .param("w", workspace)
                .param("id", due.report)
                .param("due", Sql.bind(due.dueAt))
                .param("agent", due.agent)
                .update();
    }

    Optional<Recipient> recipient(UUID workspace, UUID agent) {
        return jdbc.sql("""
                        select a.id, a.name, a.email, r.permissions from agent a
                        join role r on r.workspace_id = a.workspace_id and r.id = a.role_id
                        where a.workspace_id = :w and a.id = :agent and a.deactivated_at is null
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> new Recipient(
                        Actor.agent(
                                workspace,
                                row.uuid("id"),
                                row.text("name"),
                                Permission.ofStored(row.texts("permissions"))),
                        row.text("email"))))
                .optional();
    }

    private SavedReport report(Row row) throws SQLException {
        @Nullable String schedule = row.textOrNull("schedule");
        return new SavedReport(
                row.uuid("id"),
                row.text("name"),
                row.uuid("owner_id"),
                row.flag("everyone"),
                row.uuids("agents"),
                row.uuids("departments"),
                json.readValue(row.text("definition"), ReportDefinition.class),
                schedule == null ? null : json.readValue(schedule, ReportSchedule.class),
                row.instantOrNull("next_at"),
                row.big("version"));
    }
}
