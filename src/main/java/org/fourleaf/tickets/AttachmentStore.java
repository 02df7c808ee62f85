package org.fourleaf.tickets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves what is attached to messages. */
@Component
class AttachmentStore {

    private static final int PER_MESSAGE_MAX = 100;
    private static final String COLUMNS = "id, message_id, ticket_id, name, type, size, hash, inline, added_by";

    private record Attached(UUID message, Attachment attachment) {}

    private final JdbcClient jdbc;

    AttachmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID workspace, Attachment attachment) {
        jdbc.sql("""
                        insert into attachment (workspace_id, id, ticket_id, name, type, size, hash, inline, added_by)
                        values (:w, :id, :ticket, :name, :type, :size, :hash, :inline, :addedBy)
                        """)
                .param("w", workspace)
                .param("id", attachment.id())
                .param("ticket", attachment.ticket())
                .param("name", attachment.name())
                .param("type", attachment.type())
                .param("size", attachment.size())
                .param("hash", attachment.hash())
                .param("inline", attachment.inline())
                .param("addedBy", attachment.addedBy())
                .update();
    }

    Optional<Attachment> find(UUID workspace, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from attachment where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(AttachmentStore::attachment))
                .optional();
    }

    Map<UUID, List<Attachment>> ofMessages(UUID workspace, Collection<UUID> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select " + COLUMNS
                        + " from attachment where workspace_id = :w and message_id = any (:messages) order by id")
                .param("w", workspace)
                .param("messages", Sql.bind(messages))
                .query(Row.as(row -> new Attached(row.uuid("message_id"), attachment(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Attached::message, Collectors.mapping(Attached::attachment, Collectors.toList())));
    }

    /** Those of them that were not sent yet. */
    List<Attachment> unsent(UUID workspace, Collection<UUID> ids) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from attachment where workspace_id = :w and id = any (:ids) and message_id is null order by id")
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .query(Row.as(AttachmentStore::attachment))
                .list();
    }

    /** The files a message takes: free uploads; what is forwarded may also take copies of the ticket's own files. */
    List<UUID> taken(Actor by, Ticket ticket, List<UUID> wanted, boolean copies) {
        if (wanted.size() > PER_MESSAGE_MAX) {
            throw Refusal.invalid("/attachments", "At most " + PER_MESSAGE_MAX + " files a message.");
        }
        List<UUID> taken = new ArrayList<>();
        List<UUID> uploads = new ArrayList<>();
        for (UUID id : wanted) {
            Optional<UUID> copy = copies ? copy(by, ticket, id) : Optional.empty();
            (copy.isPresent() ? taken : uploads).add(copy.orElse(id));
        }
        mustBeFree(by, uploads);
        taken.addAll(uploads);
        return taken;
    }

    private Optional<UUID> copy(Actor by, Ticket ticket, UUID id) {
        return jdbc.sql("""
                        insert into attachment (workspace_id, id, name, type, size, hash, inline, added_by)
                        select workspace_id, :copy, name, type, size, hash, false, :by from attachment
                        where workspace_id = :w and id = :id and ticket_id = :ticket and message_id is not null
                        returning id
                        """)
                .param("w", by.workspace())
                .param("copy", Ids.next())
                .param("by", by.id())
                .param("id", id)
                .param("ticket", ticket.id())
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    /**
     * Locks them, so that of two messages sent at once with the same file one is refused instead of leaving without it.
     *
     * @throws Refusal invalid when one of them is not an upload of this agent that still waits to be sent
     */
    void mustBeFree(Actor by, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        if (ids.size() > PER_MESSAGE_MAX) {
            throw Refusal.invalid("/attachments", "At most " + PER_MESSAGE_MAX + " files a message.");
        }
        Integer free = jdbc.sql("""
                        select count(*) from (
                            select 1 from attachment
                            where workspace_id = :w and id = any (:ids) and message_id is null and added_by = :by
                            order by id for update) free
                        """)
                .param("w", by.workspace())
                .param("ids", Sql.bind(ids))
                .param("by", by.id())
                .query(Integer.class)
                .single();
        if (free != ids.stream().distinct().count()) {
            throw Refusal.invalid("/attachments", "Attach only files you uploaded and have not sent yet.");
        }
    }

    private static Attachment attachment(Row row) throws java.sql.SQLException {
        return new Attachment(
                row.uuid("id"),
                row.text("name"),
                row.text("type"),
                row.big("size"),
                row.flag("inline"),
                row.bytes("hash"),
                row.uuidOrNull("ticket_id"),
                row.uuidOrNull("added_by"));
    }
}
