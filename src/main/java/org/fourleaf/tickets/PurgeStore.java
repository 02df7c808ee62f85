package org.fourleaf.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds and removes tickets that have been out of the way long enough. */
@Component
class PurgeStore {

    /** How long they are kept; no number for ever. */
    record Setting(@Nullable Integer afterDays) {}

    private final JdbcClient jdbc;

    PurgeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Setting> setting(UUID workspace) {
        return jdbc.sql("select after_days from purge_setting where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> new Setting(row.numberOrNull("after_days"))))
                .optional();
    }

    void save(UUID workspace, Setting setting) {
        jdbc.sql("""
                        insert into purge_setting (workspace_id, after_days) values (:w, cast(:days as smallint))
                        on conflict (workspace_id) do update set after_days = excluded.after_days
                        """).param("w", workspace).param("days", setting.afterDays()).update();
    }

    /** Some that are due, locked; those somebody works on right now are left for the next time. */
    List<UUID> lockDue(UUID workspace, Instant before, int limit) {
        return jdbc.sql("""
                        select id from ticket
                        where workspace_id = :w and status in (9, 10) and merged_into is null and status_since <= :before
                        limit :limit for update skip locked
                        """)
                .param("w", workspace)
                .param("before", Sql.bind(before))
                .param("limit", limit)
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    /** Those merged into them go with them: their messages are there. */
    List<UUID> mergedInto(UUID workspace, Collection<UUID> tickets) {
        return jdbc.sql("select source_id from ticket_merge where workspace_id = :w and target_id = any (:ids)")
                .param("w", workspace)
                .param("ids", Sql.bind(tickets))
                .query(Row.as(row -> row.uuid("source_id")))
                .list();
    }

    List<UUID> intakes(UUID workspace, Collection<UUID> tickets) {
        return jdbc.sql("""
                        select intake_id from message
                        where workspace_id = :w and ticket_id = any (:ids) and intake_id is not null
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(tickets))
                .query(Row.as(row -> row.uuid("intake_id")))
                .list();
    }

    List<byte[]> contents(UUID workspace, Collection<UUID> tickets) {
        return jdbc.sql("select distinct hash from attachment where workspace_id = :w and ticket_id = any (:ids)")
                .param("w", workspace)
                .param("ids", Sql.bind(tickets))
                .query(Row.as(row -> row.bytes("hash")))
                .list();
    }

    /** With everything that is only theirs; their codes are spent. */
    void delete(UUID workspace, Collection<UUID> tickets, Instant at) {
        jdbc.sql("""
                        insert into purged_ticket (workspace_id, code, purged_at)
                        select workspace_id, code, :at from ticket where workspace_id = :w and id = any (:ids)
                        on conflict do nothing
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(tickets))
                .param("at", Sql.bind(at))
                .update();
        jdbc.sql("delete from ticket_sub_status where workspace_id = :w and ticket_id = any (:ids)")
                .param("w", workspace)
                .param("ids", Sql.bind(tickets))
                .update();
        jdbc.sql("delete from ticket where workspace_id = :w and id = any (:ids)")
                .param("w", workspace)
                .param("ids", Sql.bind(tickets))
                .update();
    }
}
