package org.fourleaf.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.PastTicket.PastMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Saves many past tickets with their messages, tags and counts in a few statements, whatever their number. */
@Component
class PastTicketStore {

    private record Sent(UUID ticket, PastMessage message) {}

    private record Filed(Sent sent, Attachment file) {}

    private record Tagged(PastTicket ticket, UUID tag) {}

    private record Place(UUID department, TicketStatus status) {}

    private final JdbcClient jdbc;

    PastTicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID workspace, List<PastTicket> tickets) {
        insertTickets(workspace, tickets);
        List<Sent> sent = new ArrayList<>();
        List<Filed> filed = new ArrayList<>();
        List<Tagged> tagged = new ArrayList<>();
        Map<Place, Integer> counts = new HashMap<>();
        for (PastTicket ticket : tickets) {
            counts.merge(new Place(ticket.department(), ticket.status()), 1, Integer::sum);
            ticket.tags().forEach(tag -> tagged.add(new Tagged(ticket, tag)));
            for (PastMessage message : ticket.messages()) {
                Sent one = new Sent(ticket.id(), message);
                sent.add(one);
                message.files().forEach(file -> filed.add(new Filed(one, file)));
            }
        }
        insertMessages(workspace, sent);
        insertFiles(workspace, filed);
        insertTags(workspace, tagged);
        insertCounts(workspace, counts);
    }

    /** One by one inside the statement, so that the key serves, whatever the number. */
    Map<String, UUID> idsByCode(UUID workspace, Collection<String> codes) {
        Map<String, UUID> ids = new HashMap<>();
        jdbc.sql("""
                        select n.code, t.id from unnest(:codes) as n(code)
                        cross join lateral (select id from ticket where workspace_id = :w and code = n.code limit 1) as t
                        """)
                .param("w", workspace)
                .param("codes", Sql.bind(codes))
                .query(Row.as(row -> Map.entry(row.text("code"), row.uuid("id"))))
                .list()
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return ids;
    }

    Optional<Instant> newestMessageAt(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select at from message where workspace_id = :w and ticket_id = :ticket order by at desc, id desc limit 1
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> row.instant("at")))
                .optional();
    }

    private void insertTickets(UUID workspace, List<PastTicket> tickets) {
        Columns<PastTicket> columns = Columns.of(tickets);
        jdbc.sql("""
                        insert into ticket (workspace_id, id, code, subject, status, priority, type, department_id, assignee_id,
                            customer_id, company_id, channel, created_at, updated_at, last_message_at, status_since, due_at,
                            postponed_until, first_assigned_at, first_answered_at, resolved_at, disposition, snippet,
                            message_count, has_attachments, fields, waiting_since)
                        select :w, id, code, subject, status, priority, type, department, assignee, customer, company, channel,
                            created_at, coalesce(resolved_at, last_at), last_at, since, due_at, postponed_until,
                            case when assignee is null then null else created_at end, answered_at, resolved_at, disposition,
                            snippet, messages, has_files, fields, awaits_since
                        from unnest(:ids, :codes, :subjects, cast(:statuses as smallint[]), cast(:priorities as smallint[]),
                            :types, :departments, :assignees, :customers, :companies, cast(:channels as smallint[]),
                            cast(:createdAts as timestamptz[]), cast(:lastAts as timestamptz[]), cast(:sinces as timestamptz[]),
                            cast(:dueAts as timestamptz[]), cast(:postponedUntils as timestamptz[]),
                            cast(:answeredAts as timestamptz[]), cast(:resolvedAts as timestamptz[]), :dispositions, :snippets,
                            cast(:messages as int[]), cast(:haveFiles as boolean[]), cast(:fields as jsonb[]),
                            cast(:awaits as timestamptz[]))
                            as t(id, code, subject, status, priority, type, department, assignee, customer, company, channel,
                                created_at, last_at, since, due_at, postponed_until, answered_at, resolved_at, disposition,
                                snippet, messages, has_files, fields, awaits_since)
                        """)
                .param("w", workspace)
                .param("ids", columns.ids(PastTicket::id))
                .param("codes", columns.texts(ticket -> TicketCode.draw().text()))
                .param("subjects", columns.texts(PastTicket::subject))
                .param("statuses", columns.numbers(ticket -> ticket.status().code()))
                .param("priorities", columns.numbers(ticket -> ticket.priority().code()))
                .param("types", columns.texts(PastTicket::type))
                .param("departments", columns.ids(PastTicket::department))
                .param("assignees", columns.ids(PastTicket::assignee))
                .param("customers", columns.ids(PastTicket::customer))
                .param("companies", columns.ids(PastTicket::company))
                .param("channels", columns.numbers(ticket -> ticket.channel().code()))
                .param("createdAts", columns.instants(PastTicket::createdAt))
                .param("lastAts", columns.instants(PastTicket::lastMessageAt))
                .param("sinces", columns.instants(PastTicket::statusSince))
                .param("dueAts", columns.instants(PastTicket::dueOrUsual))
                .param("postponedUntils", columns.instants(PastTicket::postponedUntil))
                .param("answeredAts", columns.instants(PastTicket::firstAnsweredAt))
                .param("resolvedAts", columns.instants(PastTicket::resolvedAt))
                .param("dispositions", columns.texts(PastTicket::disposition))
                .param("snippets", columns.texts(PastTicket::snippet))
                .param("messages", columns.numbers(PastTicket::messageCount))
                .param("haveFiles", columns.flags(PastTicket::hasAttachments))
                .param("fields", columns.texts(PastTicket::fieldsJson))
                .param("awaits", columns.instants(PastTicket::awaitsSince))
                .update();
    }

    private void insertMessages(UUID workspace, List<Sent> sent) {
        Columns<Sent> columns = Columns.of(sent);
        jdbc.sql("""
                        insert into message (workspace_id, id, ticket_id, type, direction, author_kind, author_id, author_name,
                            author_address, at, text, new_text, quoted_text, html, new_html, quoted_html, has_remote_content,
                            delivery)
                        select :w, m.* from unnest(:ids, :tickets, cast(:types as smallint[]), cast(:directions as smallint[]),
                            cast(:kinds as smallint[]), :authors, :names, :addresses, cast(:ats as timestamptz[]), :texts,
                            :newTexts, :quotedTexts, :htmls, :newHtmls, :quotedHtmls, cast(:remotes as boolean[]),
                            cast(:deliveries as smallint[])) as m
                        """)
                .param("w", workspace)
                .param("ids", columns.ids(one -> one.message.id()))
                .param("tickets", columns.ids(Sent::ticket))
                .param("types", columns.numbers(one -> one.message.type().code()))
                .param(
                        "directions",
                        columns.numbers(one -> one.message.direction().code()))
                .param(
                        "kinds",
                        columns.numbers(one -> one.message.author().kind().code()))
                .param("authors", columns.ids(one -> one.message.author().id()))
                .param("names", columns.texts(one -> one.message.author().name()))
                .param("addresses", columns.texts(one -> one.message.author().address()))
                .param("ats", columns.instants(one -> one.message.at()))
                .param("texts", columns.texts(one -> one.message.content().text()))
                .param("newTexts", columns.texts(one -> one.message.content().newText()))
                .param("quotedTexts", columns.texts(one -> one.message.content().quotedText()))
                .param("htmls", columns.texts(one -> one.message.content().html()))
                .param("newHtmls", columns.texts(one -> one.message.content().newHtml()))
                .param("quotedHtmls", columns.texts(one -> one.message.content().quotedHtml()))
                .param("remotes", columns.flags(one -> one.message.content().hasRemoteContent()))
                .param("deliveries", columns.numbers(one -> code(one.message.delivery())))
                .update();
    }

    private void insertFiles(UUID workspace, List<Filed> filed) {
        Columns<Filed> columns = Columns.of(filed);
        jdbc.sql("""
                        insert into attachment (workspace_id, id, ticket_id, message_id, name, type, size, hash, inline, added_by,
                            added_at)
                        select :w, id, ticket, message, name, type, size, decode(hash, 'hex'), inline, added_by, at
                        from unnest(:ids, :tickets, :messages, :names, :types, cast(:sizes as bigint[]), :hashes,
                            cast(:inlines as boolean[]), :addedBy, cast(:ats as timestamptz[]))
                            as a(id, ticket, message, name, type, size, hash, inline, added_by, at)
                        """)
                .param("w", workspace)
                .param("ids", columns.ids(one -> one.file.id()))
                .param("tickets", columns.ids(one -> one.sent.ticket))
                .param("messages", columns.ids(one -> one.sent.message.id()))
                .param("names", columns.texts(one -> one.file.name()))
                .param("types", columns.texts(one -> one.file.type()))
                .param("sizes", columns.texts(one -> Long.toString(one.file.size())))
                .param("hashes", columns.texts(one -> java.util.HexFormat.of().formatHex(one.file.hash())))
                .param("inlines", columns.flags(one -> one.file.inline()))
                .param("addedBy", columns.ids(one -> one.file.addedBy()))
                .param("ats", columns.instants(one -> one.sent.message.at()))
                .update();
    }

    private void insertTags(UUID workspace, List<Tagged> tagged) {
        Columns<Tagged> columns = Columns.of(tagged);
        jdbc.sql("""
                        insert into ticket_tag (workspace_id, ticket_id, tag_id, live, last_at)
                        select :w, t.* from unnest(:tickets, :tags, cast(:lives as boolean[]), cast(:ats as timestamptz[])) as t
                        """)
                .param("w", workspace)
                .param("tickets", columns.ids(one -> one.ticket.id()))
                .param("tags", columns.ids(Tagged::tag))
                .param("lives", columns.flags(one -> !one.ticket.status().isOut()))
                .param("ats", columns.instants(one -> one.ticket.lastMessageAt()))
                .update();
    }

    private void insertCounts(UUID workspace, Map<Place, Integer> counts) {
        Columns<Map.Entry<Place, Integer>> columns = Columns.of(List.copyOf(counts.entrySet()));
        jdbc.sql("""
                        insert into ticket_count (workspace_id, department_id, status, id, n)
                        select :w, c.* from unnest(:departments, cast(:statuses as smallint[]), :ids, cast(:ns as int[])) as c
                        """)
                .param("w", workspace)
                .param("departments", columns.ids(entry -> entry.getKey().department))
                .param(
                        "statuses",
                        columns.numbers(entry -> entry.getKey().status.code()))
                .param("ids", columns.ids(entry -> Ids.next()))
                .param("ns", columns.numbers(Map.Entry::getValue))
                .update();
    }

    private static @Nullable Integer code(@Nullable DeliveryState state) {
        return state == null ? null : state.code();
    }
}
