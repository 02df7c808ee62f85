package org.fourleaf.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers tags that go until no ticket wears them, and takes them off. */
@Component
class TagWorkStore {

    private static final RowMapper<TagWork> WORKS =
            Row.as(row -> new TagWork(row.uuid("tag_id"), row.uuidOrNull("into_id")));
    /** Before every name there is, and no name. */
    private static final String NO_NAME = "\u0001";

    private final JdbcClient jdbc;

    TagWorkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody finds it any more and its name is free; where it is still worn it looks like the one it goes into. */
    void add(UUID workspace, TagWork work, Instant at) {
        jdbc.sql("""
                        update tag g set gone_at = :at, name_key = :no || g.id, version = g.version + 1,
                            name = coalesce((select i.name from tag i where i.workspace_id = :w and i.id = cast(:into as uuid)), g.name),
                            colour = coalesce((select i.colour from tag i where i.workspace_id = :w and i.id = cast(:into as uuid)), g.colour)
                        where g.workspace_id = :w and g.id = :tag
                        """)
                .param("w", workspace)
                .param("tag", work.tag())
                .param("into", work.into())
                .param("no", NO_NAME)
                .param("at", Sql.bind(at))
                .update();
        jdbc.sql("""
                        insert into tag_work (workspace_id, tag_id, into_id, asked_at)
                        values (:w, :tag, cast(:into as uuid), :at)
                        """)
                .param("w", workspace)
                .param("tag", work.tag())
                .param("into", work.into())
                .param("at", Sql.bind(at))
                .update();
    }

    /** The oldest first. */
    List<TagWork> left(UUID workspace, int limit) {
        return jdbc.sql(
                        "select tag_id, into_id from tag_work where workspace_id = :w order by asked_at, tag_id limit :limit")
                .param("w", workspace)
                .param("limit", limit)
                .query(WORKS)
                .list();
    }

    /** Held while a batch of it is done, so that two nodes don't do the same; none when somebody holds it or it is done. */
    Optional<TagWork> take(UUID workspace, UUID tag) {
        return jdbc.sql("""
                        select tag_id, into_id from tag_work where workspace_id = :w and tag_id = :tag for update skip locked
                        """)
                .param("w", workspace)
                .param("tag", tag)
                .query(WORKS)
                .optional();
    }

    /** Some tickets that wear it, locked; those somebody works on right now are left for another time. */
    List<UUID> lockWearing(UUID workspace, UUID tag, int limit) {
        return jdbc.sql("""
                        select t.id from ticket t join ticket_tag g on g.workspace_id = :w and g.ticket_id = t.id
                        where t.workspace_id = :w and g.tag_id = :tag limit :limit for update of t skip locked
                        """)
                .param("w", workspace)
                .param("tag", tag)
                .param("limit", limit)
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    void putOn(UUID workspace, TagWork work, Collection<UUID> tickets) {
        jdbc.sql("""
                        insert into ticket_tag (workspace_id, ticket_id, tag_id, live, last_at)
                        select workspace_id, ticket_id, :into, live, last_at from ticket_tag
                        where workspace_id = :w and tag_id = :tag and ticket_id = any (:tickets)
                        on conflict (workspace_id, ticket_id, tag_id) do nothing
                        """)
                .param("w", workspace)
                .param("tag", work.tag())
                .param("into", work.into())
                .param("tickets", Sql.bind(tickets))
                .update();
    }

    void takeOff(UUID workspace, UUID tag, Collection<UUID> tickets) {
        jdbc.sql("delete from ticket_tag where workspace_id = :w and tag_id = :tag and ticket_id = any (:tickets)")
                .param("w", workspace)
                .param("tag", tag)
                .param("tickets", Sql.bind(tickets))
                .update();
    }

    /** Removes the tag with its work, unless a ticket wears it or another is on its way into it: then it is looked at again. */
    void finish(UUID workspace, UUID tag) {
        // Waits for those who are just putting it on, whom the next statement then sees.
        jdbc.sql("select 1 as one from tag where workspace_id = :w and id = :tag for update")
                .param("w", workspace)
                .param("tag", tag)
                .query(Row.as(row -> row.number("one")))
                .list();
        jdbc.sql("""
                        delete from tag where workspace_id = :w and id = :tag
                            and not exists (select 1 from ticket_tag where workspace_id = :w and tag_id = :tag)
                            and not exists (select 1 from tag_work where workspace_id = :w and into_id = :tag)
                        """).param("w", workspace).param("tag", tag).update();
    }
}
