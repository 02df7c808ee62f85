package org.fourleaf.conditions;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.Ticket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Draws the picture of a ticket that passed a door. */
@Component
@Transactional(readOnly = true)
public class TicketPictureQuery {

    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};
    private static final String SELECT = """
            select t.id, t.updated_at, (select s.sub_status_id from ticket_sub_status s
                    where s.workspace_id = t.workspace_id and s.ticket_id = t.id) as sub_status,
                array(select w.tag_id from ticket_tag w where w.workspace_id = t.workspace_id and w.ticket_id = t.id) as tags,
                array(select g.name_key from customer_group g
                    where g.workspace_id = t.workspace_id and g.customer_id = t.customer_id) as groups,
                case when t.fields <> '{}' then (select jsonb_object_agg(key, to_jsonb(field_texts(t.fields, key)))
                    from jsonb_object_keys(t.fields) as key) end as fields
            from ticket t where t.workspace_id = :w and t.id = any (:ids)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TicketPictureQuery(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public TicketPicture of(Actor by, Ticket ticket) {
        return of(by, List.of(ticket)).getFirst();
    }

    /** In the order of the tickets, with one statement for all; one that is gone is left out. */
    public List<TicketPicture> of(Actor by, List<Ticket> tickets) {
        Map<UUID, Ticket> byId = new HashMap<>();
        tickets.forEach(ticket -> byId.put(ticket.id(), ticket));
        Map<UUID, TicketPicture> pictures = new HashMap<>();
        jdbc.sql(SELECT)
                .param("w", by.workspace())
                .param("ids", Sql.bind(byId.keySet()))
                .query(Row.as(row -> picture(row, Objects.requireNonNull(byId.get(row.uuid("id"))))))
                .list()
                .forEach(picture -> pictures.put(picture.ticket().id(), picture));
        return tickets.stream()
                .map(ticket -> pictures.get(ticket.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private TicketPicture picture(Row row, Ticket ticket) throws SQLException {
        String fields = row.textOrNull("fields");
        return new TicketPicture(
                ticket,
                row.instant("updated_at"),
                row.uuidOrNull("sub_status"),
                new HashSet<>(row.uuids("tags")),
                new HashSet<>(row.texts("groups")),
                fields == null ? Map.of() : json.readValue(fields, FIELDS));
    }
}
