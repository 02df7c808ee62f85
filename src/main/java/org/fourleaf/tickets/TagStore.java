package org.fourleaf.tickets;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves tags, and which tickets wear them. */
@Component
class TagStore {

    private static final RowMapper<Tag> TAGS = Row.as(row -> new Tag(
            row.uuid("id"),
            row.text("name"),
            row.text("colour"),
            row.textOrNull("description"),
            row.flag("archived"),
            row.big("version")));

    private final JdbcClient jdbc;

    TagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page of tags ended. @param inside among those that have what was typed inside their name, after those that begin with it */
    record End(boolean inside, String key) {}

    /**
     * By name; of a search first those that begin with what was typed. A search reads all names of the workspace, which no index can
     * help under row-level security: some milliseconds for ten thousand.
     *
     * @param archived none for both kinds */
    List<Tag> page(UUID workspace, @Nullable String typed, @Nullable Boolean archived, @Nullable End after, int limit) {
        String key = typed == null ? "" : Texts.key(typed);
        boolean search = !key.isEmpty();
        Sql sql = Sql.of("""
                        select id, name, colour, description, archived_at is not null as archived, version from tag
                        where workspace_id = ? and gone_at is null
                        """, workspace)
                .addIf(search, "and strpos(name_key, ?) > 0", key)
                .addIf(archived != null, "and (archived_at is not null) = ?", archived);
        if (after != null && search) {
            sql.add("and (strpos(name_key, ?) > 1, name_key) > (?, ?)", key, after.inside, after.key);
        } else if (after != null) {
            sql.add("and name_key > ?", after.key);
        }
        return sql.addIf(search, "order by strpos(name_key, ?) > 1, name_key", key)
                .addIf(!search, "order by name_key")
                .add("limit ?", limit)
                .on(jdbc)
                .query(TAGS)
                .list();
    }

    /** Stays until the transaction ends: neither deleted nor merged away meanwhile. */
    List<Tag> lock(UUID workspace, Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, name, colour, description, archived_at is not null as archived, version from tag
                        where workspace_id = :w and id = any (:ids) and gone_at is null order by name_key collate "C" for update
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .query(TAGS)
                .list();
    }

    /** How many tickets wear it, spam and deleted ones too. */
    long worn(UUID workspace, UUID id) {
        return jdbc.sql("select count(*) as n from ticket_tag where workspace_id = :w and tag_id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(row -> row.big("n")))
                .single();
    }

    Optional<Tag> find(UUID workspace, UUID id) {
        return jdbc.sql("""
                        select id, name, colour, description, archived_at is not null as archived, version from tag
                        where workspace_id = :w and id = :id and gone_at is null
                        """).param("w", workspace).param("id", id).query(TAGS).optional();
    }

    Optional<UUID> idByName(UUID workspace, String name) {
        return jdbc.sql("select id from tag where workspace_id = :w and name_key = :key")
                .param("w", workspace)
                .param("key", Texts.key(name))
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    void insert(UUID workspace, Tag tag) {
        jdbc.sql("""
                        insert into tag (workspace_id, id, name, name_key, colour, description)
                        values (:w, :id, :name, :key, :colour, :description)
                        """)
                .param("w", workspace)
                .param("id", tag.id())
                .param("name", tag.name())
                .param("key", Texts.key(tag.name()))
                .param("colour", tag.colour())
                .param("description", tag.description())
                .update();
    }

    boolean update(UUID workspace, Tag tag) {
        return jdbc.sql("""
                        update tag set name = :name, name_key = :key, colour = :colour, description = :description,
                            archived_at = case when :archived then coalesce(archived_at, now()) end, version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", tag.id())
                        .param("name", tag.name())
                        .param("key", Texts.key(tag.name()))
                        .param("colour", tag.colour())
                        .param("description", tag.description())
                        .param("archived", tag.archived())
                        .param("version", tag.version())
                        .update()
                == 1;
    }

    /** The tag's id, making it when there is none of the name. */
    UUID findOrInsert(UUID workspace, String name) {
        return heldByName(workspace, name).orElseGet(() -> {
            jdbc.sql("""
                            insert into tag (workspace_id, id, name, name_key) values (:w, :id, :name, :key)
                            on conflict (workspace_id, name_key) do nothing
                            """)
                    .param("w", workspace)
                    .param("id", Ids.next())
                    .param("name", name)
                    .param("key", Texts.key(name))
                    .update();
            return heldByName(workspace, name).orElseThrow();
        });
    }

    /** Held, so that it is still there when the ticket's row refers to it. */
    private Optional<UUID> heldByName(UUID workspace, String name) {
        return jdbc.sql("select id from tag where workspace_id = :w and name_key = :key for key share")
                .param("w", workspace)
                .param("key", Texts.key(name))
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    List<UUID> of(UUID workspace, UUID ticket) {
        return jdbc.sql("select tag_id from ticket_tag where workspace_id = :w and ticket_id = :ticket order by tag_id")
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> row.uuid("tag_id")))
                .list();
    }

    void put(UUID workspace, Ticket ticket, UUID tag) {
        jdbc.sql("""
                        insert into ticket_tag (workspace_id, ticket_id, tag_id, live, last_at)
                        values (:w, :ticket, :tag, :live, :at) on conflict do nothing
                        """)
                .param("w", workspace)
                .param("ticket", ticket.id())
                .param("tag", tag)
                .param("live", !ticket.status().isOut())
                .param("at", Sql.bind(ticket.lastMessageAt()))
                .update();
    }

    void remove(UUID workspace, UUID ticket, Collection<UUID> tags) {
        jdbc.sql("delete from ticket_tag where workspace_id = :w and ticket_id = :ticket and tag_id = any (:tags)")
                .param("w", workspace)
                .param("ticket", ticket)
                .param("tags", Sql.bind(tags))
                .update();
    }
}
