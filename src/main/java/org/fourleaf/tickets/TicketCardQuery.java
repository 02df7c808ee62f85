package org.fourleaf.tickets;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tickets as cards, with the names of all they refer to. Asks for no access: callers bring ids that passed a door. */
@Component
@Transactional(readOnly = true)
public class TicketCardQuery {

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final TicketClocks clocks;

    TicketCardQuery(JdbcClient jdbc, Tickets tickets, TicketClocks clocks) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.clocks = clocks;
    }

    public TicketCard one(Actor by, UUID id) {
        return cards(by, List.of(id)).stream().findFirst().orElseThrow(() -> Refusal.notFound("ticket"));
    }

    /** In the order of the ids. */
    public List<TicketCard> cards(Actor by, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        boolean onlyOwn = tickets.answersOnlyOwn(by);
        return jdbc.sql("""
                        select t.id, t.code, t.subject, t.status, t.priority, t.type, t.fields, t.channel, t.created_at, t.updated_at,
                            t.last_message_at, t.due_at, t.sla_level_id, t.sla_standing, t.postponed_until, t.resolved_at, t.disposition, t.snippet, t.message_count,
                            t.has_attachments, t.version, t.first_answered_at is not null as answered,
                            d.id as department_id, d.name as department_name,
                            a.id as agent_id, a.email as agent_email, a.name as agent_name,
                            c.id as customer_id, c.name as customer_name, ca.address as customer_address,
                            ss.id as sub_status_id, ss.name as sub_status_name,
                            co.id as company_id, co.name as company_name,
                            exists (select 1 from department_member dm where dm.workspace_id = :w and dm.department_id = t.department_id
                                and dm.agent_id = cast(:me as uuid) and dm.role = 1) as only_reads,
                            (select m.code from ticket m where m.workspace_id = :w and m.id = t.merged_into) as merged_code,
                            (select l.code from ticket l where l.workspace_id = :w and l.id = t.linked_from) as linked_code,
                            worn.tags, worn.tag_colours
                        from unnest(cast(:ids as uuid[])) with ordinality as wanted(id, place)
                        join ticket t on t.workspace_id = :w and t.id = wanted.id
                        join department d on d.workspace_id = :w and d.id = t.department_id
                        left join agent a on a.workspace_id = :w and a.id = t.assignee_id
                        join customer c on c.workspace_id = :w and c.id = t.customer_id
                        left join lateral (
                            select address from customer_address x
                            where x.workspace_id = :w and x.customer_id = c.id order by x.is_primary desc, x.address limit 1
                        ) as ca on true
                        cross join lateral (
                            select coalesce(array_agg(g.name order by g.name_key), '{}') as tags,
                                coalesce(array_agg(g.colour order by g.name_key), '{}') as tag_colours
                            from ticket_tag tg join tag g on g.workspace_id = :w and g.id = tg.tag_id
                            where tg.workspace_id = :w and tg.ticket_id = t.id
                        ) as worn
                        left join ticket_sub_status ts on ts.workspace_id = :w and ts.ticket_id = t.id
                        left join choice ss on ss.workspace_id = :w and ss.id = ts.sub_status_id
                        left join company co on co.workspace_id = :w and co.id = t.company_id
                        order by wanted.place
                        """)
                .param("w", by.workspace())
                .param("me", by.isAgent() ? by.id() : null)
                .param("ids", Sql.bind(ids))
                .query(Row.as(row -> card(by, row, onlyOwn)))
                .list();
    }

    private TicketCard card(Actor by, Row row, boolean onlyOwn) throws SQLException {
        TicketStatus status = TicketStatus.ofCode(row.number("status"));
        String merged = row.textOrNull("merged_code");
        List<String> tags = row.texts("tags");
        return new TicketCard(
                row.text("code"),
                row.text("subject"),
                status,
                named(row, "sub_status_id", "sub_status_name"),
                Priority.ofCode(row.number("priority")),
                row.text("type"),
                new TicketCard.Named(row.uuid("department_id"), row.text("department_name")),
                person(row, "agent_id", "agent_email", "agent_name"),
                Objects.requireNonNull(person(row, "customer_id", "customer_address", "customer_name")),
                named(row, "company_id", "company_name"),
                // While a tag goes into another a ticket may wear both, which look the same.
                tags.stream().distinct().toList(),
                colours(tags, row.texts("tag_colours")),
                row.text("fields"),
                Channel.ofCode(row.number("channel")),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.instant("last_message_at"),
                row.instant("due_at"),
                level(by, row),
                DueStanding.ofCode(row.number("sla_standing")),
                row.instantOrNull("postponed_until"),
                row.instantOrNull("resolved_at"),
                row.textOrNull("disposition"),
                merged,
                row.textOrNull("linked_code"),
                row.text("snippet"),
                row.number("message_count"),
                row.flag("has_attachments"),
                row.big("version"),
                abilities(
                        by,
                        status,
                        merged == null && !row.flag("only_reads"),
                        !onlyOwn || Objects.equals(row.uuidOrNull("agent_id"), by.id())));
    }

    private static Map<String, String> colours(List<String> tags, List<String> colours) {
        Map<String, String> coloured = new LinkedHashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            if (!colours.get(i).equals(Tag.COLOURLESS)) {
                coloured.put(tags.get(i), colours.get(i));
            }
        }
        return coloured;
    }

    private TicketCard.@Nullable Named level(Actor by, Row row) throws SQLException {
        UUID level = row.uuidOrNull("sla_level_id");
        return level == null
                ? null
                : new TicketCard.Named(level, clocks.names(by.workspace()).getOrDefault(level, ""));
    }

    private static TicketCard.@Nullable Named named(Row row, String id, String name) throws SQLException {
        UUID found = row.uuidOrNull(id);
        return found == null ? null : new TicketCard.Named(found, row.text(name));
    }

    private static TicketCard.@Nullable Person person(Row row, String id, String email, String name)
            throws SQLException {
        UUID found = row.uuidOrNull(id);
        return found == null ? null : new TicketCard.Person(found, row.textOrNull(email), row.text(name));
    }

    /** @param writable takes writes from this agent at all. @param answerable is theirs, or they may answer others too */
    private static TicketCard.Abilities abilities(Actor by, TicketStatus status, boolean writable, boolean answerable) {
        boolean writes = writable && by.may(Permission.TICKETS_REPLY);
        boolean answers = writes && answerable;
        boolean deletes = writable && answerable && by.may(Permission.TICKETS_DELETE);
        boolean listed = !status.isOut();
        return new TicketCard.Abilities(
                answers && listed,
                writes,
                writable && by.may(Permission.TICKETS_ASSIGN),
                writable && by.may(Permission.TICKETS_ASSIGN),
                writes,
                writes,
                answers && listed && status != TicketStatus.RESOLVED,
                answers && status == TicketStatus.RESOLVED,
                answers && listed,
                answers && status != TicketStatus.SPAM,
                deletes && status != TicketStatus.DELETED,
                answers && !listed);
    }
}
