package org.fourleaf.email;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.DeliveryReports;
import org.fourleaf.tickets.DeliveryState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The answers sent by mail, newest first, of the tickets somebody may see. */
@Component
@Transactional(readOnly = true)
class OutboxQuery {

    /** One of them. @param nextTryAt none when nothing more will be tried */
    record Card(
            UUID id,
            String ticket,
            String subject,
            UUID message,
            DeliveryState state,
            List<DeliveryReports.Report> report,
            int attempts,
            Instant queuedAt,
            @Nullable Instant nextTryAt) {}

    private record Line(OutboundMail mail, String ticket, String subject, Instant nextTryAt) {}

    private final JdbcClient jdbc;
    private final OutboxStore store;
    private final Departments departments;

    OutboxQuery(JdbcClient jdbc, OutboxStore store, Departments departments) {
        this.jdbc = jdbc;
        this.store = store;
        this.departments = departments;
    }

    Page<Card> page(Actor by, @Nullable DeliveryState state, Slice slice) {
        DepartmentSight sight = departments.seenBy(by);
        Cursor after = slice.after(1);
        Sql sql = Sql.of("""
                        select o.id, o.ticket_id, o.message_id, o.mailbox_id, o.rfc_message_id, o.state, o.report, o.attempts, o.queued_at,
                            o.next_try_at, t.code, t.subject
                        from outbound_mail o join ticket t on t.workspace_id = o.workspace_id and t.id = o.ticket_id
                        where o.workspace_id = ?
                        """, by.workspace())
                .addIf(state != null, "and o.state = ?", state == null ? null : state.code())
                .addIf(!sight.all(), "and t.department_id = any (?)", sight.ids())
                .addIf(after != null, "and o.id < ?", after == null ? null : after.id(0))
                .add("order by o.id desc limit ?", slice.fetch());
        List<Line> lines = sql.on(jdbc).query(Row.as(OutboxQuery::line)).list();
        Map<UUID, OutboundMail> complete =
                store
                        .withRecipients(
                                by.workspace(), lines.stream().map(Line::mail).toList())
                        .stream()
                        .collect(Collectors.toMap(OutboundMail::id, Function.identity()));
        return slice.page(
                lines.stream()
                        .map(line -> card(line, complete.getOrDefault(line.mail.id(), line.mail)))
                        .toList(),
                last -> Cursor.of(last.id()));
    }

    private static Card card(Line line, OutboundMail mail) {
        boolean over = mail.state() == DeliveryState.SENT || mail.state() == DeliveryState.NOT_DELIVERED;
        return new Card(
                mail.id(),
                line.ticket,
                line.subject,
                mail.message(),
                mail.state(),
                EmailDeliveryReports.reports(mail),
                mail.attempts(),
                mail.queuedAt(),
                over ? null : line.nextTryAt);
    }

    private static Line line(Row row) throws SQLException {
        return new Line(OutboxStore.mail(row), row.text("code"), row.text("subject"), row.instant("next_try_at"));
    }
}
