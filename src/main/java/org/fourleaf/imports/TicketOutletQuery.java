package org.fourleaf.imports;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.Direction;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tickets and their messages as the lines of an export have them, with names for everything. */
@Component
@Transactional(readOnly = true)
class TicketOutletQuery {

    static final int PAGE_SIZE = 200;

    private static final String TYPE_DEFAULT = "question";

    /** A ticket's line without its messages. */
    record Found(UUID id, ObjectNode line) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TicketOutletQuery(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By id, so oldest first. */
    List<Found> page(UUID workspace, UUID after) {
        return jdbc.sql("""
                        select t.id, t.code, t.subject, t.status, t.priority, t.type, t.channel, t.created_at, t.resolved_at, t.due_at,
                            t.postponed_until, t.disposition, t.fields, d.name as department, a.email as assignee,
                            c.name as customer, (select address from customer_address e
                                where e.workspace_id = :w and e.customer_id = c.id order by e.is_primary desc, e.address limit 1) as email,
                            (select min(external_id) from import_key k where k.workspace_id = :w and k.kind = 3 and k.id = t.id)
                                as external_id,
                            array(select g.name from ticket_tag w join tag g on g.workspace_id = :w and g.id = w.tag_id
                                where w.workspace_id = :w and w.ticket_id = t.id order by g.name_key) as tags
                        from ticket t
                        join department d on d.workspace_id = :w and d.id = t.department_id
                        join customer c on c.workspace_id = :w and c.id = t.customer_id
                        left join agent a on a.workspace_id = :w and a.id = t.assignee_id
                        where t.workspace_id = :w and t.id > :after order by t.id limit :limit
                        """)
                .param("w", workspace)
                .param("after", after)
                .param("limit", PAGE_SIZE)
                .query(Row.as(row -> new Found(row.uuid("id"), line(row))))
                .list();
    }

    List<ObjectNode> messages(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select m.direction, m.at, m.text, m.html, coalesce(a.email, m.author_address) as author from message m
                        left join agent a on a.workspace_id = :w and a.id = m.author_id and m.author_kind = 1
                        where m.workspace_id = :w and m.ticket_id = :ticket order by m.at, m.id
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(TicketOutletQuery::message))
                .list();
    }

    private ObjectNode line(Row row) throws SQLException {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        String externalId = row.textOrNull("external_id");
        line.put("external_id", externalId == null ? row.text("code") : externalId);
        line.put("subject", row.text("subject"));
        line.put("department", row.text("department"));
        line.put("channel", Channel.ofCode(row.number("channel")).json());
        line.put("status", standing(TicketStatus.ofCode(row.number("status"))).json());
        line.put("priority", Priority.ofCode(row.number("priority")).json());
        if (!row.text("type").equals(TYPE_DEFAULT)) {
            line.put("type", row.text("type"));
        }
        Instant createdAt = row.instant("created_at");
        line.put("created_at", createdAt.toString());
        OutletFields.putUnlessNull(line, "resolved_at", row.instantOrNull("resolved_at"));
        if (!row.instant("due_at").equals(createdAt.plus(Ticket.ANSWER_TIME_DEFAULT))) {
            line.put("due_at", row.instant("due_at").toString());
        }
        OutletFields.putUnlessNull(line, "postponed_until", row.instantOrNull("postponed_until"));
        OutletFields.putUnlessNull(line, "disposition", row.textOrNull("disposition"));
        ObjectNode customer = line.putObject("customer");
        OutletFields.putUnlessNull(customer, "email", row.textOrNull("email"));
        customer.put("name", row.text("customer"));
        OutletFields.putUnlessNull(line, "assignee", row.textOrNull("assignee"));
        OutletFields.putList(line, "tags", row.texts("tags"));
        ObjectNode fields = json.readValue(row.text("fields"), ObjectNode.class);
        if (!fields.isEmpty()) {
            line.set("fields", fields);
        }
        return line;
    }

    /** A live chat or call is not live elsewhere. */
    private static TicketStatus standing(TicketStatus status) {
        return status == TicketStatus.CHATTING || status == TicketStatus.CALLING ? TicketStatus.OPEN : status;
    }

    private static ObjectNode message(Row row) throws SQLException {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("direction", Direction.ofCode(row.number("direction")).json());
        OutletFields.putUnlessNull(message, "author", row.textOrNull("author"));
        message.put("at", row.instant("at").toString());
        message.put("text", row.text("text"));
        OutletFields.putUnlessNull(message, "html", row.textOrNull("html"));
        return message;
    }
}
