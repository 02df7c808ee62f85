package org.fourleaf.email;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Columns;
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

    /**
     * What decides whether and from where an answer goes.
     *
     * @param demo a demonstration workspace is full of invented people whose addresses may be somebody's
     * @param server the workspace has an outgoing server of its own
     * @param mailbox the one the department sends from, if one was chosen
     */
    record Way(boolean demo, boolean server, @Nullable UUID mailbox) {}

    Way way(UUID workspace, UUID department) {
        return jdbc.sql("""
                        select w.demo, d.mailbox_id, exists (select 1 from outgoing_server s where s.workspace_id = :w) as server
                        from workspace w
                        left join department d on d.workspace_id = :w and d.id = :department and d.deleted_at is null
                        where w.id = :w
                        """)
                .param("w", workspace)
                .param("department", department)
                .query(Row.as(row -> new Way(row.flag("demo"), row.flag("server"), row.uuidOrNull("mailbox_id"))))
                .single();
    }

    /** One more automatic mail to an address. @return how many it gets within this hour */
    int countAutomatic(UUID workspace, String address, Instant now) {
        return jdbc.sql("""
                        insert into automatic_mail_count as c (workspace_id, address, hour, n) values (:w, :address, :hour, 1)
                        on conflict (workspace_id, address, hour) do update set n = c.n + 1 returning n
                        """)
                .param("w", workspace)
                .param("address", address)
                .param("hour", Sql.bind(now.truncatedTo(ChronoUnit.HOURS)))
                .query(Row.as(row -> row.number("n")))
                .single();
    }

    String timeZone(UUID workspace) {
        return jdbc.sql("select time_zone from workspace where id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.text("time_zone")))
                .single();
    }

    void insert(UUID workspace, OutboundMail mail, Instant notBefore) {
        Columns<OutboundMail.Recipient> columns = Columns.of(mail.recipients());
        jdbc.sql("""
                        with queued as (
                            insert into outbound_mail (workspace_id, id, ticket_id, message_id, mailbox_id, rfc_message_id, state,
                                report, queued_at, next_try_at)
                            values (:w, :id, :ticket, :message, :mailbox, :rfcId, :state, :report, :queuedAt, :notBefore))
                        insert into outbound_recipient (workspace_id, outbound_id, address, role, state, report, at)
                        select :w, :id, r.* from unnest(:addresses, cast(:roles as smallint[]), cast(:states as smallint[]), :reports,
                            cast(:ats as timestamptz[])) as r
                        on conflict do nothing
                        """)
                .param("w", workspace)
                .param("id", mail.id())
                .param("ticket", mail.ticket())
                .param("message", mail.message())
                .param("mailbox", mail.mailbox(), Types.OTHER)
                .param("rfcId", mail.rfcMessageId(), Types.VARCHAR)
                .param("state", mail.state().code())
                .param("report", mail.report(), Types.VARCHAR)
                .param("queuedAt", Sql.bind(mail.queuedAt()))
                .param("notBefore", Sql.bind(notBefore))
                .param("addresses", columns.texts(OutboundMail.Recipient::address))
                .param("roles", columns.numbers(recipient -> recipient.role().code()))
                .param("states", columns.numbers(recipient -> recipient.state().code()))
                .param("reports", columns.texts(OutboundMail.Recipient::report))
                .param("ats", columns.instants(OutboundMail.Recipient::at))
                .update();
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

    /** Puts off mails of which nothing was sent yet, with doubling pauses. @return their messages */
    List<UUID> delay(
            UUID workspace,
            String why,
            Instant now,
            Instant queuedAfter,
            Duration firstPause,
            Duration pauseMax,
            int limit) {
        return jdbc.sql("""
                        with due as (
                            select o.id, o.attempts from outbound_mail o
                            where o.workspace_id = :w and o.state in (1, 2, 4) and o.next_try_at <= :now
                                and (o.claimed_until is null or o.claimed_until <= :now) and o.queued_at > :after
                                and not exists (select 1 from outbound_recipient r
                                    where r.workspace_id = :w and r.outbound_id = o.id and r.state in (3, 5))
                            order by o.next_try_at, o.id limit :limit for update of o skip locked
                        ), told as (
                            update outbound_recipient r set state = 4, report = :why, at = :now from due
                            where r.workspace_id = :w and r.outbound_id = due.id)
                        update outbound_mail o set state = 4, report = null, attempts = o.attempts + 1, claimed_until = null,
                            next_try_at = :now + least(:pauseMax, :firstPause * power(2, least(due.attempts, 20)))
                                * interval '1 second'
                        from due where o.workspace_id = :w and o.id = due.id
                        returning o.message_id
                        """)
                .param("w", workspace)
                .param("why", why)
                .param("now", Sql.bind(now))
                .param("after", Sql.bind(queuedAfter))
                .param("firstPause", firstPause.toSeconds())
                .param("pauseMax", pauseMax.toSeconds())
                .param("limit", limit)
                .query(UUID.class)
                .list();
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
                .param("sentAt", Sql.bind(sentAt), Types.TIMESTAMP_WITH_TIMEZONE)
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

    /** In one statement, since every thread that is read asks it. */
    List<OutboundMail> ofMessages(UUID workspace, Collection<UUID> messages) {
        Map<UUID, OutboundMail> mails = new LinkedHashMap<>();
        Map<UUID, List<OutboundMail.Recipient>> recipients = new HashMap<>();
        jdbc.sql("""
                        select o.id, o.ticket_id, o.message_id, o.mailbox_id, o.rfc_message_id, o.state, o.report, o.attempts, o.queued_at,
                            r.address, r.role, r.state as recipient_state, r.report as recipient_report, r.at
                        from outbound_mail o
                        left join outbound_recipient r on r.workspace_id = :w and r.outbound_id = o.id
                        where o.workspace_id = :w and o.message_id = any (:messages)
                        order by o.id, r.role, r.address
                        """)
                .param("w", workspace)
                .param("messages", Sql.bind(messages))
                .query((set) -> {
                    Row row = new Row(set);
                    OutboundMail mail = mail(row);
                    mails.put(mail.id(), mail);
                    if (row.textOrNull("address") != null) {
                        recipients
                                .computeIfAbsent(mail.id(), id -> new ArrayList<>())
                                .add(recipient(row, "recipient_state", "recipient_report"));
                    }
                });
        return mails.values().stream()
                .map(mail -> mail.to(recipients.getOrDefault(mail.id(), List.of())))
                .toList();
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
                .query(Row.as(row -> new Addressed(row.uuid("outbound_id"), recipient(row, "state", "report"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Addressed::outbound, Collectors.mapping(Addressed::recipient, Collectors.toList())));
        return mails.stream()
                .map(mail -> mail.to(recipients.getOrDefault(mail.id(), List.of())))
                .toList();
    }

    private static OutboundMail.Recipient recipient(Row row, String state, String report) throws SQLException {
        return new OutboundMail.Recipient(
                row.text("address"),
                OutboundMail.Role.ofCode(row.number("role")),
                Objects.requireNonNull(DeliveryState.ofCode(row.number(state))),
                row.textOrNull(report),
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
