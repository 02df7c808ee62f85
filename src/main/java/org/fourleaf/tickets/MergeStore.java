package org.fourleaf.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves which ticket was merged into which, and moves what moves with it. */
@Component
class MergeStore {

    /** One merge. @param tags the target gained by it, like {@code participants} */
    record Merge(UUID source, UUID target, Instant at, List<UUID> tags, List<String> participants) {}

    private final JdbcClient jdbc;

    MergeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Merge> find(UUID workspace, UUID source) {
        return jdbc.sql("""
                        select source_id, target_id, merged_at, tags, participants from ticket_merge
                        where workspace_id = :w and source_id = :source
                        """)
                .param("w", workspace)
                .param("source", source)
                .query(Row.as(row -> new Merge(
                        row.uuid("source_id"),
                        row.uuid("target_id"),
                        row.instant("merged_at"),
                        row.uuids("tags"),
                        row.texts("participants"))))
                .optional();
    }

    /** How many tickets were merged into this one. */
    int into(UUID workspace, UUID target) {
        return jdbc.sql("select count(*) from ticket_merge where workspace_id = :w and target_id = :target")
                .param("w", workspace)
                .param("target", target)
                .query(Integer.class)
                .single();
    }

    void insert(UUID workspace, Merge merge) {
        jdbc.sql("""
                        insert into ticket_merge (workspace_id, source_id, target_id, merged_at, tags, participants)
                        values (:w, :source, :target, :at, cast(:tags as uuid[]), cast(:participants as text[]))
                        """)
                .param("w", workspace)
                .param("source", merge.source())
                .param("target", merge.target())
                .param("at", Sql.bind(merge.at()))
                .param("tags", Sql.bind(merge.tags()))
                .param("participants", Sql.bind(merge.participants()))
                .update();
    }

    void delete(UUID workspace, UUID source) {
        jdbc.sql("delete from ticket_merge where workspace_id = :w and source_id = :source")
                .param("w", workspace)
                .param("source", source)
                .update();
    }

    /** The source's messages and files become the target's, and remember where they came from. */
    void moveMessages(UUID workspace, UUID source, UUID target) {
        jdbc.sql("""
                        update message set ticket_id = :target, merged_from = :source
                        where workspace_id = :w and ticket_id = :source
                        """)
                .param("w", workspace)
                .param("source", source)
                .param("target", target)
                .update();
        moveFiles(workspace, source, target);
    }

    /** What came from the source and was not split off meanwhile goes back. */
    void moveMessagesBack(UUID workspace, UUID source, UUID target) {
        jdbc.sql("""
                        update message set ticket_id = :source, merged_from = null
                        where workspace_id = :w and ticket_id = :target and merged_from = :source
                        """)
                .param("w", workspace)
                .param("source", source)
                .param("target", target)
                .update();
        moveFiles(workspace, source, source);
    }

    /** Files follow their messages: access asks the file's ticket. */
    private void moveFiles(UUID workspace, UUID source, UUID to) {
        jdbc.sql("""
                        update attachment a set ticket_id = :to from message m
                        where a.workspace_id = :w and m.workspace_id = :w and a.message_id = m.id
                            and m.ticket_id = :to and (m.merged_from = :source or :to = :source) and a.ticket_id <> :to
                        """)
                .param("w", workspace)
                .param("source", source)
                .param("to", to)
                .update();
    }
}
