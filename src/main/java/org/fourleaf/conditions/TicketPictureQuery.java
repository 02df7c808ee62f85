package org.fourleaf.conditions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.tickets.Ticket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws the picture of a ticket that passed a door. */
@Component
@Transactional(readOnly = true)
public class TicketPictureQuery {

    private record Field(String key, List<String> values) {}

    private final JdbcClient jdbc;

    TicketPictureQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public TicketPicture of(Actor by, Ticket ticket) {
        Map<String, List<String>> fields = new HashMap<>();
        jdbc.sql("""
                        select key, field_texts(t.fields, key) as texts from ticket t, jsonb_object_keys(t.fields) as key
                        where t.workspace_id = :w and t.id = :id
                        """)
                .param("w", by.workspace())
                .param("id", ticket.id())
                .query(Row.as(row -> new Field(row.text("key"), row.texts("texts"))))
                .list()
                .forEach(field -> fields.put(field.key, field.values));
        return new TicketPicture(
                ticket,
                jdbc.sql("select sub_status_id from ticket_sub_status where workspace_id = :w and ticket_id = :id")
                        .param("w", by.workspace())
                        .param("id", ticket.id())
                        .query(Row.as(row -> row.uuid("sub_status_id")))
                        .optional()
                        .orElse(null),
                new HashSet<>(jdbc.sql("select tag_id from ticket_tag where workspace_id = :w and ticket_id = :id")
                        .param("w", by.workspace())
                        .param("id", ticket.id())
                        .query(Row.as(row -> row.uuid("tag_id")))
                        .list()),
                fields);
    }
}
