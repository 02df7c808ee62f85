package org.fourleaf.calendars;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves the workspace's calendars. */
@Component
class BusinessCalendarStore {

    private static final String SELECT =
            "select id, name, hours, is_default, version from business_hours where workspace_id = :w";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BusinessCalendarStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<StoredCalendar> all(UUID workspace) {
        return jdbc.sql(SELECT + " order by name_key")
                .param("w", workspace)
                .query(Row.as(this::calendar))
                .list();
    }

    /** Which one is the default, which are there and who keeps them changes one after the other. */
    void lock(UUID workspace) {
        jdbc.sql("select id from business_hours where workspace_id = :w order by id for update")
                .param("w", workspace)
                .query(UUID.class)
                .list();
    }

    int count(UUID workspace) {
        return jdbc.sql("select count(*) from business_hours where workspace_id = :w")
                .param("w", workspace)
                .query(Integer.class)
                .single();
    }

    Optional<StoredCalendar> find(UUID workspace, UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(this::calendar))
                .optional();
    }

    Optional<UUID> idByName(UUID workspace, String name) {
        return jdbc.sql("select id from business_hours where workspace_id = :w and name_key = :key")
                .param("w", workspace)
                .param("key", Texts.key(name))
                .query(UUID.class)
                .optional();
    }

    /** The one a department keeps: its own, or else the default one. */
    Optional<StoredCalendar> keptBy(UUID workspace, UUID department) {
        return jdbc.sql("""
                        select b.id, b.name, b.hours, b.is_default, b.version from business_hours b
                        left join department_calendar d
                            on d.workspace_id = :w and d.department_id = :department and d.calendar_id = b.id
                        where b.workspace_id = :w and (b.is_default or d.calendar_id is not null)
                        order by d.calendar_id nulls last limit 1
                        """)
                .param("w", workspace)
                .param("department", department)
                .query(Row.as(this::calendar))
                .optional();
    }

    void insert(UUID workspace, StoredCalendar calendar) {
        jdbc.sql("""
                        insert into business_hours (workspace_id, id, name, name_key, hours, is_default)
                        values (:w, :id, :name, :key, cast(:hours as jsonb), :isDefault)
                        """)
                .param("w", workspace)
                .param("id", calendar.id())
                .param("name", calendar.name())
                .param("key", Texts.key(calendar.name()))
                .param("hours", json.writeValueAsString(calendar.hours()))
                .param("isDefault", calendar.isDefault())
                .update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, StoredCalendar calendar) {
        return jdbc.sql("""
                        update business_hours set name = :name, name_key = :key, hours = cast(:hours as jsonb), version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", calendar.id())
                        .param("name", calendar.name())
                        .param("key", Texts.key(calendar.name()))
                        .param("hours", json.writeValueAsString(calendar.hours()))
                        .param("version", calendar.version())
                        .update()
                == 1;
    }

    /** The one before stops being it first: there is never more than one. */
    void makeDefault(UUID workspace, UUID id) {
        jdbc.sql("update business_hours set is_default = false where workspace_id = :w and is_default and id <> :id")
                .param("w", workspace)
                .param("id", id)
                .update();
        jdbc.sql("update business_hours set is_default = true where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from business_hours where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    /** The zone that decides the workspace's days. */
    String workspaceZone(UUID workspace) {
        return jdbc.sql("select time_zone from workspace where id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.text("time_zone")))
                .single();
    }

    private StoredCalendar calendar(Row row) throws SQLException {
        return new StoredCalendar(
                row.uuid("id"),
                row.text("name"),
                json.readValue(row.text("hours"), WrittenHours.class),
                row.flag("is_default"),
                row.big("version"));
    }
}
