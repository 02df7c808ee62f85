package org.fourleaf.calendars;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves which department keeps which calendar. */
@Component
class DepartmentCalendarStore {

    record Kept(UUID department, UUID calendar) {}

    private final JdbcClient jdbc;

    DepartmentCalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Kept> all(UUID workspace) {
        return jdbc.sql("select department_id, calendar_id from department_calendar where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> new Kept(row.uuid("department_id"), row.uuid("calendar_id"))))
                .list();
    }

    Optional<UUID> find(UUID workspace, UUID department) {
        return jdbc.sql(
                        "select calendar_id from department_calendar where workspace_id = :w and department_id = :department")
                .param("w", workspace)
                .param("department", department)
                .query(UUID.class)
                .optional();
    }

    void put(UUID workspace, UUID department, UUID calendar) {
        jdbc.sql("""
                        insert into department_calendar (workspace_id, department_id, calendar_id)
                        values (:w, :department, :calendar)
                        on conflict (workspace_id, department_id) do update set calendar_id = :calendar
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("calendar", calendar)
                .update();
    }

    void delete(UUID workspace, UUID department) {
        jdbc.sql("delete from department_calendar where workspace_id = :w and department_id = :department")
                .param("w", workspace)
                .param("department", department)
                .update();
    }

    boolean isKept(UUID workspace, UUID calendar) {
        return jdbc.sql("""
                        select exists (select 1 from department_calendar where workspace_id = :w and calendar_id = :calendar)
                        """)
                .param("w", workspace)
                .param("calendar", calendar)
                .query(Boolean.class)
                .single();
    }

    void move(UUID workspace, UUID from, UUID to) {
        jdbc.sql("update department_calendar set calendar_id = :to where workspace_id = :w and calendar_id = :from")
                .param("w", workspace)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
