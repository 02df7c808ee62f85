package org.fourleaf.tickets;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what tickets hold of an agent and takes it away. */
@Component
class AgentTraceStore {

    private final JdbcClient jdbc;

    AgentTraceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With their files, which belong to no message yet. @return the contents that were attached */
    List<byte[]> removeDrafts(UUID workspace, UUID agent) {
        return jdbc.sql("""
                        with gone as (
                            delete from draft where workspace_id = :w and agent_id = :agent returning attachments
                        ), past as (
                            delete from draft_past where workspace_id = :w and agent_id = :agent returning attachments
                        )
                        delete from attachment where workspace_id = :w and message_id is null and id = any (array(
                            select unnest(attachments) from gone union select unnest(attachments) from past))
                        returning hash
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> row.bytes("hash")))
                .list();
    }

    /**
     * Looks at the next messages, in the order they were written; there is no index by author, for it would cost every message and
     * serve only this.
     *
     * @return the last one looked at, none when there are no more
     */
    Optional<UUID> rename(UUID workspace, UUID agent, String name, UUID after, int limit) {
        return jdbc.sql("""
                        with looked as materialized (
                            select id, author_kind, author_id from message where workspace_id = :w and id > :after order by id limit :limit
                        ), renamed as (
                            update message m set author_name = :name, author_address = null from looked l
                            where l.author_kind = 1 and l.author_id = :agent and m.workspace_id = :w and m.id = l.id
                        )
                        select id from looked order by id desc limit 1
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("name", name)
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .optional();
    }
}
