package org.fourleaf.slas;

import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves levels, which department gives which, and the edition number of all that. */
@Component
class LevelStore {

    private static final String SELECT = """
            select id, name, description, targets, calendar_id, pausing::text[] as pausing, warning_percent, stamp, version,
                deleted_at is not null as deleted, successor_id
            from sla_level where workspace_id = :w
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LevelStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Deleted ones too. */
    List<StoredLevel> all(UUID workspace) {
        return jdbc.sql(SELECT + " order by name_key, id")
                .param("w", workspace)
                .query(Row.as(this::level))
                .list();
    }

    Optional<StoredLevel> find(UUID workspace, UUID id) {
        return jdbc.sql(SELECT + " and id = :id and deleted_at is null")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(this::level))
                .optional();
    }

    void insert(UUID workspace, StoredLevel level) {
        write("""
                insert into sla_level (workspace_id, id, name, name_key, description, targets, calendar_id, pausing, warning_percent)
                values (:w, :id, :name, :key, :description, cast(:targets as jsonb), :calendar, cast(:pausing as smallint[]),
                    cast(:warning as smallint))
                """, workspace, level);
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, StoredLevel level, boolean recount) {
        return write(
                        """
                        update sla_level set name = :name, name_key = :key, description = :description,
                            targets = cast(:targets as jsonb), calendar_id = :calendar, pausing = cast(:pausing as smallint[]),
                            warning_percent = cast(:warning as smallint), version = version + 1,
                            stamp = stamp +
                        """ + (recount ? "1" : "0") + " where workspace_id = :w and id = :id and version = :version",
                        workspace,
                        level)
                == 1;
    }

    private int write(String sql, UUID workspace, StoredLevel level) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("w", workspace)
                .param("id", level.id())
                .param("name", level.name())
                .param("key", Texts.key(level.name()))
                .param("description", level.description())
                .param("targets", json.writeValueAsString(level.targets()))
                .param("calendar", level.calendar(), Types.OTHER)
                .param(
                        "pausing",
                        level.pausing().stream()
                                .map(status -> String.valueOf(status.code()))
                                .toArray(String[]::new))
                .param("warning", level.warningPercent());
        return (sql.contains(":version") ? statement.param("version", level.version()) : statement).update();
    }

    /** It stays for the names of what it judged; its open clocks are another level's from now on, or nobody's. */
    void delete(UUID workspace, UUID id, @Nullable UUID successor) {
        jdbc.sql("""
                        update sla_level set deleted_at = now(), successor_id = :successor, stamp = stamp + 1, version = version + 1,
                            calendar_id = null
                        where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("successor", successor, Types.OTHER)
                .update();
        jdbc.sql("update sla_level set successor_id = :successor where workspace_id = :w and successor_id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("successor", successor, Types.OTHER)
                .update();
    }

    /** A calendar was edited: what is counted by it counts anew. @return whether any level is */
    boolean calendarChanged(UUID workspace, Collection<UUID> calendars) {
        return jdbc.sql("update sla_level set stamp = stamp + 1 where workspace_id = :w and calendar_id = any (:ids)")
                        .param("w", workspace)
                        .param("ids", Sql.bind(calendars))
                        .update()
                > 0;
    }

    List<String> namesByCalendar(UUID workspace, UUID calendar) {
        return jdbc.sql("""
                        select name from sla_level where workspace_id = :w and calendar_id = :calendar and deleted_at is null
                        order by name_key
                        """)
                .param("w", workspace)
                .param("calendar", calendar)
                .query(Row.as(row -> row.text("name")))
                .list();
    }

    void moveCalendar(UUID workspace, UUID from, @Nullable UUID to) {
        jdbc.sql("""
                        update sla_level set calendar_id = :to, stamp = stamp + 1, version = version + 1
                        where workspace_id = :w and calendar_id = :from
                        """)
                .param("w", workspace)
                .param("from", from)
                .param("to", to, Types.OTHER)
                .update();
    }

    Map<UUID, UUID> byDepartment(UUID workspace) {
        Map<UUID, UUID> levels = new HashMap<>();
        jdbc.sql("select department_id, level_id from department_sla_level where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> Map.entry(row.uuid("department_id"), row.uuid("level_id"))))
                .list()
                .forEach(entry -> levels.put(entry.getKey(), entry.getValue()));
        return levels;
    }

    /** @param level none takes it away */
    void give(UUID workspace, UUID department, @Nullable UUID level) {
        if (level == null) {
            jdbc.sql("delete from department_sla_level where workspace_id = :w and department_id = :department")
                    .param("w", workspace)
                    .param("department", department)
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into department_sla_level (workspace_id, department_id, level_id) values (:w, :department, :level)
                        on conflict (workspace_id, department_id) do update set level_id = excluded.level_id
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("level", level)
                .update();
    }

    /** What gave the one gives the other now, or nothing. */
    void moveDepartments(UUID workspace, UUID from, @Nullable UUID to) {
        if (to == null) {
            jdbc.sql("delete from department_sla_level where workspace_id = :w and level_id = :from")
                    .param("w", workspace)
                    .param("from", from)
                    .update();
            return;
        }
        jdbc.sql("update department_sla_level set level_id = :to where workspace_id = :w and level_id = :from")
                .param("w", workspace)
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Edits of levels and rules happen one after the other, and every node notices them. */
    void turnPage(UUID workspace) {
        jdbc.sql("""
                        insert into sla_book (workspace_id) values (:w)
                        on conflict (workspace_id) do update set version = sla_book.version + 1
                        """).param("w", workspace).update();
    }

    long page(UUID workspace) {
        return jdbc.sql("select version from sla_book where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.big("version")))
                .optional()
                .orElse(0L);
    }

    private StoredLevel level(Row row) throws SQLException {
        return new StoredLevel(
                row.uuid("id"),
                row.text("name"),
                row.text("description"),
                json.readValue(row.text("targets"), Targets.class),
                row.uuidOrNull("calendar_id"),
                row.texts("pausing").stream()
                        .map(code -> TicketStatus.ofCode(Integer.parseInt(code)))
                        .toList(),
                row.numberOrNull("warning_percent"),
                row.big("stamp"),
                row.big("version"),
                row.flag("deleted"),
                row.uuidOrNull("successor_id"));
    }
}
