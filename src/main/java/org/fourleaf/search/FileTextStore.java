package org.fourleaf.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which files wait to be read, and what they say. */
@Component
@Transactional
class FileTextStore {

    private static final int TRIES_MAX = 3;

    /** A file to be read. @param name of one of the attachments with this content */
    record Waiting(byte[] hash, String name) {}

    private final JdbcClient jdbc;

    FileTextStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The files of these tickets that nobody has looked at yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean await(UUID workspace, Collection<UUID> tickets) {
        return jdbc.sql("""
                        insert into search_file (workspace_id, hash)
                        select distinct :w, a.hash from unnest(cast(:ids as uuid[])) as wanted(id)
                        join ticket t on t.workspace_id = :w and t.id = wanted.id and t.has_attachments
                        join message m on m.workspace_id = :w and m.ticket_id = t.id
                        join attachment a on a.workspace_id = :w and a.message_id = m.id and a.size > 0 and a.size <= :max
                        where not exists (select 1 from search_file f where f.workspace_id = :w and f.hash = a.hash)
                        on conflict do nothing
                        """)
                        .param("w", workspace)
                        .param("ids", Sql.bind(tickets))
                        .param("max", FileText.FILE_BYTES_MAX)
                        .update()
                > 0;
    }

    List<UUID> workspacesWithWork() {
        return jdbc.sql("select workspaces_with_unread_files()")
                .query(UUID.class)
                .list();
    }

    /** @param abandonedBefore one taken before then was left by a node that died */
    Optional<Waiting> claim(UUID workspace, Instant now, Instant abandonedBefore) {
        return jdbc.sql("""
                        with claimed as (
                            update search_file set state = case when tries >= :tries then 3 else 1 end, tries = tries + 1,
                                claimed_at = :now
                            where workspace_id = :w and hash = (
                                select hash from search_file
                                where workspace_id = :w and state < 2 and (state = 0 or claimed_at < :abandoned)
                                limit 1 for update skip locked)
                            returning hash
                        )
                        select c.hash, coalesce((select a.name from attachment a
                            where a.workspace_id = :w and a.hash = c.hash order by a.id limit 1), '') as name
                        from claimed c
                        """)
                .param("w", workspace)
                .param("now", Sql.bind(now))
                .param("abandoned", Sql.bind(abandonedBefore))
                .param("tries", TRIES_MAX)
                .query(Row.as(row -> new Waiting(row.bytes("hash"), row.text("name"))))
                .optional();
    }

    void unreadable(UUID workspace, byte[] hash) {
        jdbc.sql("update search_file set state = 3 where workspace_id = :w and hash = :hash")
                .param("w", workspace)
                .param("hash", hash)
                .update();
    }

    /** Its words are known: the tickets it is attached to are indexed anew. */
    void read(UUID workspace, byte[] hash, String text) {
        jdbc.sql("update search_file set state = 2, text = :text where workspace_id = :w and hash = :hash")
                .param("w", workspace)
                .param("hash", hash)
                .param("text", text)
                .update();
        jdbc.sql("""
                        insert into search_todo (workspace_id, kind, subject_id)
                        select distinct :w, 1, m.ticket_id from attachment a
                        join message m on m.workspace_id = :w and m.id = a.message_id
                        where a.workspace_id = :w and a.hash = :hash
                        """).param("w", workspace).param("hash", hash).update();
    }
}
