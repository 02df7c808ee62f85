package org.fourleaf.email;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.DeliveryState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves mails on their way out. */
@Component
class OutboxStore {

    private static final int OF_TICKET_MAX = 200;
    private static final String COLUMNS = """
            id, ticket_id, message_id, mailbox_id, rfc_message_id, state, report, attempts, queued_at
            """;

    private record Addressed(UUID outbound, OutboundMail.Recipient recipient) {}

    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> workspacesWithWaiting(Instant now) {
        return jdbc.sql("select * from workspaces_with_waiting_replies(:now)")
                .param("now", Sql.bind(now))
                .query(UUID.class)
                .list();
    }

    /** A demonstration workspace is full of invented people whose addresses may be somebody's. */
    boolean isDemo(UUID workspace) {
        return jdbc.sql("select demo from workspace where id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.flag("demo")))
                .single();
    }

    String timeZone(UUID workspace) {
        return jdbc.sql("select time_zone from workspace where id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.text("time_zone")))
                .single();
    }

    void insert(UUID workspace, OutboundMail mail, Instant notBefore) {
        jdbc.sql("""
                        insert into outbound_mail (workspace_id, id, ticket_id, message_id, mailbox_id, rfc_message_id, state, report,
                            queued_at, next_try_at)
                        values (:w, :id, :ticket, :message, :mailbox, :rfcId, :state, :report, :queuedAt, :notBefore)
                        """)
                .param("w", workspace)
                .param("id", mail.id())
                .param("ticket", mail.ticket())
                .param("message", mail.message())
                .param("mailbox", mail.mailbox())
                .param("rfcId", mail.rfcMessageId())
                .param("state", mail.state().code())
                .param("report", mail.report())
                .param("queuedAt", Sql.bind(mail.queuedAt()))
                .param("notBefore", Sql.bind(notBefore))
                .update();
        for (OutboundMail.Recipient recipient : mail.recipients()) {
            jdbc.sql("""
                            insert into outbound_recipient (workspace_id, outbound_id, address, role, state, report, at)
                            values (:w, :id, :address, :role, :state, :report, :at) on conflict do nothing
                            """)
                    .param("w", workspace)
                    .param("id", mail.id())
                    .param("address", recipient.address())
                    .param("role", recipient.role().code())
                    .param("state", recipient.state().code())
                    .param("report", recipient.report())
                    .param("at", Sql.bind(recipient.at()))
                    .update();
        }
    }

    /** Mails that are due and nobody is sending, now this caller's until the given time. */
    List<OutboundMail> claim(UUID workspace, Instant now, Duration lease, int limit) {
        List<OutboundMail> claimed = jdbc.sql("""
                        update outbound_mail set state = 2, claimed_until = :until, attempts = attempts + 1
                        where workspace_id = :w and id in (
                            select id from outbound_mail
                            where workspace_id = :w and state in (1, 2, 4) and next_try_at <= :now
                                and (claimed_until is null or claimed_until <= :now)
                            order by next_try_at, id limit :limit for update skip locked)
                        returning
                        """ + COLUMNS)
                .param("w", workspace)
                .param("now", Sql.bind(now))
                .param("until", Sql.bind(now.plus(lease)))
                .param("limit", limit)
                .query(Row.as(OutboxStore::mail))
                .list();
        return withRecipients(
                workspace,
                claimed.stream()
                        .sorted((a, b) -> a.queuedAt().compareTo(b.queuedAt()))
                        .toList());
    }

    /** Its sender is still at it. */
    void keepClaim(UUID workspace, Collection<UUID> ids, Instant until) {
        jdbc.sql("""
                        update outbound_mail set claimed_until = :until
                        where workspace_id = :w and id = any (:ids) and state = 2
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .param("until", Sql.bind(until))
                .update();
    }

    /** Lets it go: done for good, or until the next try. */
    void settle(
            UUID workspace,
            UUID id,
            DeliveryState state,
            @Nullable String report,
            Instant nextTry,
            @Nullable Instant sentAt) {
        jdbc.sql("""
                        update outbound_mail set state = :state, report = :report, next_try_at = :nextTry, claimed_until = null,
                            sent_at = coalesce(:sentAt, sent_at)
                        where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("state", state.code())
                .param("report", report)
                .param("nextTry", Sql.bind(nextTry))
                .param("sentAt", Sql.bind(sentAt), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void saveRecipient(UUID workspace, UUID outbound, OutboundMail.Recipient recipient) {
        jdbc.sql("""
                        update outbound_recipient set state = :state, report = :report, at = :at
                        where workspace_id = :w and outbound_id = :id and address = :address
                        """)
                .param("w", workspace)
                .param("id", outbound)
                .param("address", recipient.address())
                .param("state", recipient.state().code())
                .param("report", recipient.report())
                .param("at", Sql.bind(recipient.at()))
                .update();
    }

    /** Everything that waits for a server is tried at once: there is one now. */
    void tryNow(UUID workspace, Instant now) {
        jdbc.sql(
                        "update outbound_mail set next_try_at = :now where workspace_id = :w and state = 4 and next_try_at > :now")
                .param("w", workspace)
                .param("now", Sql.bind(now))
                .update();
    }

    Optional<OutboundMail> byRfcId(UUID workspace, Collection<String> rfcMessageIds) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from outbound_mail where workspace_id = :w and rfc_message_id = any (:ids) order by id limit 1")
                .param("w", workspace)
                .param("ids", rfcMessageIds.toArray(String[]::new))
                .query(Row.as(OutboxStore::mail))
                .optional()
                .map(mail -> withRecipients(workspace, List.of(mail)).getFirst());
    }

    /** The newest first. */
    List<OutboundMail> ofTicket(UUID workspace, UUID ticket) {
        return withRecipients(
                workspace,
                jdbc.sql("select " + COLUMNS
                                + " from outbound_mail where workspace_id = :w and ticket_id = :ticket order by id desc limit "
                                + OF_TICKET_MAX)
                        .param("w", workspace)
                        .param("ticket", ticket)
                        .query(Row.as(OutboxStore::mail))
                        .list());
    }

    List<OutboundMail> ofMessages(UUID workspace, Collection<UUID> messages) {
        return withRecipients(
                workspace,
                jdbc.sql("select " + COLUMNS
                                + " from outbound_mail where workspace_id = :w and message_id = any (:messages)")
                        .param("w", workspace)
                        .param("messages", Sql.bind(messages))
                        .query(Row.as(OutboxStore::mail))
                        .list());
    }

    List<OutboundMail> withRecipients(UUID workspace, List<OutboundMail> mails) {
        if (mails.isEmpty()) {
            return mails;
        }
        Map<UUID, List<OutboundMail.Recipient>> recipients = jdbc
                .sql("""
                        select outbound_id, address, role, state, report, at from outbound_recipient
                        where workspace_id = :w and outbound_id = any (:ids) order by role, address
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(mails.stream().map(OutboundMail::id).toList()))
                .query(Row.as(row -> new Addressed(row.uuid("outbound_id"), recipient(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Addressed::outbound, Collectors.mapping(Addressed::recipient, Collectors.toList())));
        return mails.stream()
                .map(mail -> new OutboundMail(
                        mail.id(),
                        mail.ticket(),
                        mail.message(),
                        mail.mailbox(),
                        mail.rfcMessageId(),
                        mail.state(),
                        mail.report(),
                        mail.attempts(),
                        mail.queuedAt(),
                        recipients.getOrDefault(mail.id(), List.of())))
                .toList();
    }

    private static OutboundMail.Recipient recipient(Row row) throws SQLException {
        return new OutboundMail.Recipient(
                row.text("address"),
                OutboundMail.Role.ofCode(row.number("role")),
                Objects.requireNonNull(DeliveryState.ofCode(row.number("state"))),
                row.textOrNull("report"),
                row.instant("at"));
    }

    static OutboundMail mail(Row row) throws SQLException {
        return new OutboundMail(
                row.uuid("id"),
                row.uuid("ticket_id"),
                row.uuid("message_id"),
                row.uuidOrNull("mailbox_id"),
                row.textOrNull("rfc_message_id"),
                Objects.requireNonNull(DeliveryState.ofCode(row.number("state"))),
                row.textOrNull("report"),
                row.number("attempts"),
                row.instant("queued_at"),
                List.of());
    }
}
