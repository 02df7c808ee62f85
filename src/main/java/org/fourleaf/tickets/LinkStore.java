package org.fourleaf.tickets;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves which tickets have to do with each other. */
@Component
class LinkStore {

    /** One of a ticket's links, seen from that ticket. */
    record Link(UUID other, LinkKind kind, Instant at) {}

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them: those tied by hand, the one this continues, those that continue this, and those merged into it. Newest first. */
    List<Link> of(UUID workspace, UUID ticket, int limit) {
        return jdbc.sql("""
                        select other, kind, at from (
                            select other_id as other, 'RELATED' as kind, linked_at as at from ticket_link
                                where workspace_id = :w and ticket_id = :id
                            union all select ticket_id, 'RELATED', linked_at from ticket_link
                                where workspace_id = :w and other_id = :id
                            union all select linked_from, 'CONTINUES', created_at from ticket
                                where workspace_id = :w and id = :id and linked_from is not null
                            union all select id, 'CONTINUED_BY', created_at from ticket
                                where workspace_id = :w and linked_from = :id and linked_from is not null
                            union all select source_id, 'MERGED', merged_at from ticket_merge
                                where workspace_id = :w and target_id = :id) as links
                        order by at desc, other limit :limit
                        """)
                .param("w", workspace)
                .param("id", ticket)
                .param("limit", limit)
                .query(Row.as(
                        row -> new Link(row.uuid("other"), LinkKind.valueOf(row.text("kind")), row.instant("at"))))
                .list();
    }

    int count(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select count(*) from ticket_link where workspace_id = :w and (ticket_id = :id or other_id = :id)
                        """)
                .param("w", workspace)
                .param("id", ticket)
                .query(Integer.class)
                .single();
    }

    /** @return false when they are tied already */
    boolean insert(UUID workspace, UUID one, UUID other, Instant at) {
        return jdbc.sql("""
                        insert into ticket_link (workspace_id, ticket_id, other_id, linked_at)
                        values (:w, least(cast(:one as uuid), :other), greatest(cast(:one as uuid), :other), :at)
                        on conflict do nothing
                        """)
                        .param("w", workspace)
                        .param("one", one)
                        .param("other", other)
                        .param("at", Sql.bind(at))
                        .update()
                == 1;
    }

    /** Whichever way they are tied, but for a merge. @return whether they were */
    boolean delete(UUID workspace, UUID one, UUID other) {
        int tied = jdbc.sql("""
                        delete from ticket_link where workspace_id = :w
                            and ticket_id = least(cast(:one as uuid), :other) and other_id = greatest(cast(:one as uuid), :other)
                        """)
                .param("w", workspace)
                .param("one", one)
                .param("other", other)
                .update();
        int continued = jdbc.sql("""
                        update ticket set linked_from = null, version = version + 1
                        where workspace_id = :w and ((id = :one and linked_from = :other) or (id = :other and linked_from = :one))
                        """)
                .param("w", workspace)
                .param("one", one)
                .param("other", other)
                .update();
        return tied + continued > 0;
    }
}
