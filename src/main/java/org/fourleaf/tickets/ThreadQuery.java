package org.fourleaf.tickets;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A ticket's messages, oldest first, with their attachments and how the answers fared. */
@Component
@Transactional(readOnly = true)
class ThreadQuery {

    private static final String SELECT = """
            select m.id, m.type, m.direction, m.author_kind, m.author_id, m.author_name,
                coalesce(m.author_address, a.email) as author_address, m.at, m.text, m.new_text, m.quoted_text, m.html, m.new_html,
                m.quoted_html, m.has_remote_content, m.new_sender, m.to_addresses, m.cc_addresses, m.intake_id, m.delivery,
                m.bcc_addresses, m.in_reply_to, m.aside, s.code as merged_code, h.state as held_state, h.due_at, h.reason,
                h.status as held_status,
                exists (select 1 from attachment f where f.workspace_id = ? and f.message_id = m.id) as has_files
            from message m left join agent a on a.workspace_id = ? and a.id = m.author_id
            left join ticket s on s.workspace_id = ? and s.id = m.merged_from
            left join held_message h on m.held and h.workspace_id = ? and h.message_id = m.id
            """;

    private record Line(MessageCard card, @Nullable DeliveryState delivery, boolean hasFiles) {}

    private final JdbcClient jdbc;
    private final AttachmentStore attachments;
    private final List<DeliveryReports> reports;

    ThreadQuery(JdbcClient jdbc, AttachmentStore attachments, List<DeliveryReports> reports) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.reports = reports;
    }

    Page<MessageCard> page(Actor by, UUID ticket, Slice slice) {
        Sql sql = select(by).add("and m.ticket_id = ?", ticket);
        Cursor after = slice.after(2);
        if (after != null) {
            sql.add("and (m.at, m.id) > (?, ?)", after.instant(0), after.id(1));
        }
        List<Line> lines = sql.add("order by m.at, m.id limit ?", slice.fetch())
                .on(jdbc)
                .query(Row.as(ThreadQuery::line))
                .list();
        return slice.page(complete(by, lines), last -> Cursor.of(last.at(), last.id()));
    }

    /** What a ticket brought into the one it was merged into. */
    Page<MessageCard> mergedPage(Actor by, Ticket ticket, Slice slice) {
        Cursor after = slice.after(2);
        List<Line> lines = select(by)
                .add("and m.ticket_id = ? and m.merged_from = ?", ticket.mergedInto(), ticket.id())
                .addIf(
                        after != null,
                        "and (m.at, m.id) > (?, ?)",
                        after == null ? null : after.instant(0),
                        after == null ? null : after.id(1))
                .add("order by m.at, m.id limit ?", slice.fetch())
                .on(jdbc)
                .query(Row.as(ThreadQuery::line))
                .list();
        return slice.page(complete(by, lines), last -> Cursor.of(last.at(), last.id()));
    }

    private static Sql select(Actor by) {
        UUID workspace = by.workspace();
        return Sql.of(SELECT + "where m.workspace_id = ?", workspace, workspace, workspace, workspace, workspace);
    }

    MessageCard one(Actor by, UUID message) {
        List<Line> lines = select(by)
                .add("and m.id = ?", message)
                .on(jdbc)
                .query(Row.as(ThreadQuery::line))
                .list();
        return complete(by, lines).stream().findFirst().orElseThrow(() -> Refusal.notFound("message"));
    }

    /** @throws Refusal not found for a message of another ticket */
    MessageCard oneOf(Actor by, Ticket ticket, UUID message) {
        UUID where = ticket.mergedInto() == null ? ticket.id() : ticket.mergedInto();
        List<Line> lines = select(by)
                .add("and m.id = ? and m.ticket_id = ?", message, where)
                .addIf(ticket.mergedInto() != null, "and m.merged_from = ?", ticket.id())
                .on(jdbc)
                .query(Row.as(ThreadQuery::line))
                .list();
        return complete(by, lines).stream().findFirst().orElseThrow(() -> Refusal.notFound("message"));
    }

    private List<MessageCard> complete(Actor by, List<Line> lines) {
        List<UUID> ids = lines.stream()
                .filter(line -> line.hasFiles)
                .map(line -> line.card.id())
                .toList();
        Map<UUID, List<Attachment>> files = attachments.ofMessages(by.workspace(), ids);
        List<UUID> answers = lines.stream()
                .filter(line -> line.delivery != null)
                .map(line -> line.card.id())
                .toList();
        Map<UUID, List<DeliveryReports.Report>> reported = answers.isEmpty() ? Map.of() : reported(by, answers);
        return lines.stream().map(line -> complete(line, files, reported)).toList();
    }

    private Map<UUID, List<DeliveryReports.Report>> reported(Actor by, List<UUID> answers) {
        return reports.stream()
                .map(source -> source.of(by.workspace(), answers))
                .findFirst()
                .orElse(Map.of());
    }

    private static MessageCard complete(
            Line line, Map<UUID, List<Attachment>> files, Map<UUID, List<DeliveryReports.Report>> reports) {
        MessageCard card = line.card;
        return new MessageCard(
                card.id(),
                card.type(),
                card.direction(),
                card.author(),
                card.at(),
                card.text(),
                card.html(),
                card.newText(),
                card.quotedText(),
                card.newHtml(),
                card.quotedHtml(),
                card.hasRemoteContent(),
                card.newSender(),
                card.to(),
                card.cc(),
                card.bcc(),
                card.inReplyTo(),
                card.aside(),
                card.mergedFrom(),
                files.getOrDefault(card.id(), List.of()),
                line.delivery == null
                        ? null
                        : new MessageCard.Delivery(line.delivery, reports.getOrDefault(card.id(), List.of())),
                card.held(),
                card.rawUrl(),
                card.intake());
    }

    private static MessageCard.@Nullable Held held(Row row) throws SQLException {
        Integer state = row.numberOrNull("held_state");
        if (state == null) {
            return null;
        }
        String reason = row.textOrNull("reason");
        Integer status = row.numberOrNull("held_status");
        return new MessageCard.Held(
                row.instant("due_at"),
                HeldReply.State.ofCode(state) == HeldReply.State.UNDOABLE,
                reason == null ? null : HeldReply.Reason.valueOf(reason.toUpperCase(Locale.ROOT)),
                status == null ? null : TicketStatus.ofCode(status));
    }

    private static Line line(Row row) throws SQLException {
        UUID intake = row.uuidOrNull("intake_id");
        String html = row.textOrNull("html");
        String newHtml = row.textOrNull("new_html");
        String newText = row.textOrNull("new_text");
        MessageCard card = new MessageCard(
                row.uuid("id"),
                MessageType.ofCode(row.number("type")),
                Direction.ofCode(row.number("direction")),
                new MessageCard.Author(
                        Actor.Kind.ofCode(row.number("author_kind")).name().toLowerCase(Locale.ROOT),
                        row.uuidOrNull("author_id"),
                        row.textOrNull("author_address"),
                        row.text("author_name")),
                row.instant("at"),
                row.text("text"),
                html,
                newText == null ? row.text("text") : newText,
                row.textOrNull("quoted_text"),
                newHtml == null ? html : newHtml,
                row.textOrNull("quoted_html"),
                row.flag("has_remote_content"),
                row.flag("new_sender"),
                row.texts("to_addresses"),
                row.texts("cc_addresses"),
                row.texts("bcc_addresses"),
                row.uuidOrNull("in_reply_to"),
                row.flag("aside"),
                row.textOrNull("merged_code"),
                List.of(),
                null,
                held(row),
                intake == null ? null : "/api/v1/mails/" + intake + "/raw",
                intake);
        return new Line(card, DeliveryState.ofCode(row.numberOrNull("delivery")), row.flag("has_files"));
    }
}
