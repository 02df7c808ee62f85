package org.fourleaf.email;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves received mails on their way into tickets. */
@Component
class IntakeStore {

    private static final String COLUMNS = """
            i.id, i.mailbox_id, i.source, i.hash, i.size, i.envelope_from, i.envelope_to, i.rfc_message_id, i.received_at, i.attempts
            """;

    /** The first time this mail was filed. @param fresh it was this one @param again in the same mailbox */
    record Seen(boolean fresh, boolean again, UUID first) {}

    /** Where an earlier mail went. */
    record Filed(
            UUID mailbox, @Nullable UUID ticket, @Nullable UUID message) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    IntakeStore(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    List<UUID> workspacesWithWaiting(Instant now) {
        return jdbc.sql("select * from workspaces_with_waiting_mail(:now)")
                .param("now", Sql.bind(now))
                .query(UUID.class)
                .list();
    }

    /** With the rows of their blobs: many mails, two statements. */
    void insert(UUID workspace, Collection<Intake> intakes) {
        template.batchUpdate(
                "insert into blob (workspace_id, hash, size) values (?, ?, ?) on conflict do nothing",
                intakes,
                intakes.size(),
                (PreparedStatement row, Intake intake) -> {
                    row.setObject(1, workspace);
                    row.setBytes(2, intake.hash());
                    row.setLong(3, intake.size());
                });
        template.batchUpdate("""
                insert into mail_intake (workspace_id, id, mailbox_id, source, state, hash, size, envelope_from, envelope_to,
                    rfc_message_id, received_at, next_try_at)
                values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)
                """, intakes, intakes.size(), (PreparedStatement row, Intake intake) -> {
            row.setObject(1, workspace);
            row.setObject(2, intake.id());
            row.setObject(3, intake.mailbox());
            row.setInt(4, intake.source().code());
            row.setBytes(5, intake.hash());
            row.setLong(6, intake.size());
            row.setString(7, intake.envelopeFrom());
            row.setArray(
                    8,
                    row.getConnection()
                            .createArrayOf("text", intake.envelopeTo().toArray()));
            row.setString(9, intake.rfcMessageId());
            row.setObject(10, Sql.bind(intake.receivedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
            row.setObject(11, Sql.bind(intake.receivedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        });
    }

    /**
     * Mails to be filed, oldest first, locked. A copy of a mail whose first copy still waits is left for later, so that the first
     * mailbox gets the ticket whichever worker is quicker.
     */
    List<Intake> claim(UUID workspace, Instant now, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from mail_intake i
                        where i.workspace_id = :w and i.state = 1 and i.next_try_at <= :now
                            and not exists (select 1 from mail_intake e
                                where e.workspace_id = :w and e.hash = i.hash and e.id < i.id and e.state = 1)
                        order by i.next_try_at, i.id limit :limit for update of i skip locked
                        """)
                .param("w", workspace)
                .param("now", Sql.bind(now))
                .param("limit", limit)
                .query(Row.as(IntakeStore::intake))
                .list();
    }

    /** The same for one of them; empty when somebody else has it or it is done. */
    Optional<Intake> claim(UUID workspace, UUID id) {
        return jdbc.sql("select " + COLUMNS + """
                        from mail_intake i where i.workspace_id = :w and i.id = :id and i.state = 1 for update skip locked
                        """)
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(IntakeStore::intake))
                .optional();
    }

    /** Waits for whoever files the same mail at this moment. */
    Seen remember(UUID workspace, byte[] fingerprint, Intake intake) {
        int fresh = jdbc.sql("""
                        insert into mail_fingerprint (workspace_id, fingerprint, intake_id, mailboxes)
                        values (:w, :fingerprint, :intake, array[cast(:mailbox as uuid)]) on conflict do nothing
                        """)
                .param("w", workspace)
                .param("fingerprint", fingerprint)
                .param("intake", intake.id())
                .param("mailbox", intake.mailbox())
                .update();
        if (fresh == 1) {
            return new Seen(true, false, intake.id());
        }
        boolean elsewhere = jdbc.sql("""
                        update mail_fingerprint set mailboxes = mailboxes || cast(:mailbox as uuid)
                        where workspace_id = :w and fingerprint = :fingerprint and not cast(:mailbox as uuid) = any (mailboxes)
                        """)
                        .param("w", workspace)
                        .param("fingerprint", fingerprint)
                        .param("mailbox", intake.mailbox())
                        .update()
                == 1;
        UUID first = jdbc.sql(
                        "select intake_id from mail_fingerprint where workspace_id = :w and fingerprint = :fingerprint")
                .param("w", workspace)
                .param("fingerprint", fingerprint)
                .query(Row.as(row -> row.uuid("intake_id")))
                .single();
        return new Seen(false, !elsewhere, first);
    }

    Optional<Filed> filed(UUID workspace, UUID id) {
        return jdbc.sql(
                        "select mailbox_id, ticket_id, message_id from mail_intake where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(row ->
                        new Filed(row.uuid("mailbox_id"), row.uuidOrNull("ticket_id"), row.uuidOrNull("message_id"))))
                .optional();
    }

    /** A mail with one of these Message-IDs that is not filed yet. */
    Optional<UUID> waitingWithId(UUID workspace, Collection<String> rfcMessageIds, UUID butNot) {
        return jdbc.sql("""
                        select id from mail_intake
                        where workspace_id = :w and rfc_message_id = any (:ids) and rfc_message_id is not null and state = 1
                            and id <> :butNot
                        order by id limit 1
                        """)
                .param("w", workspace)
                .param("ids", rfcMessageIds.toArray(String[]::new))
                .param("butNot", butNot)
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    void finish(UUID workspace, UUID id, Intake.Outcome outcome, Instant at) {
        jdbc.sql("""
                        update mail_intake set state = :state, kind = :kind, ticket_id = :ticket, message_id = :message,
                            reason = :reason, decisions = cast(:decisions as jsonb), bounce = cast(:bounce as jsonb), done_at = :at
                        where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("state", outcome.state().code())
                .param("kind", outcome.kind() == null ? null : outcome.kind().code())
                .param("ticket", outcome.ticket())
                .param("message", outcome.message())
                .param("reason", outcome.reason())
                .param("decisions", json.writeValueAsString(outcome.decisions()))
                .param("bounce", outcome.bounce() == null ? null : json.writeValueAsString(outcome.bounce()))
                .param("at", Sql.bind(at))
                .update();
    }

    /** @param failed whether this counts as an attempt, or it only waits for another mail */
    void postpone(UUID workspace, UUID id, Instant until, boolean failed, @Nullable String reason) {
        jdbc.sql("""
                        update mail_intake set next_try_at = :until, attempts = attempts + :failures, reason = :reason
                        where workspace_id = :w and id = :id and state = 1
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("until", Sql.bind(until))
                .param("failures", failed ? 1 : 0)
                .param("reason", reason)
                .update();
    }

    private static Intake intake(Row row) throws SQLException {
        return new Intake(
                row.uuid("id"),
                row.uuid("mailbox_id"),
                Intake.Source.ofCode(row.number("source")),
                row.bytes("hash"),
                row.big("size"),
                row.textOrNull("envelope_from"),
                row.texts("envelope_to"),
                row.textOrNull("rfc_message_id"),
                row.instant("received_at"),
                row.number("attempts"));
    }

    /** @return the contents they had */
    List<byte[]> delete(UUID workspace, Collection<UUID> ids) {
        return jdbc.sql("delete from mail_intake where workspace_id = :w and id = any (:ids) returning hash")
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .query(Row.as(row -> row.bytes("hash")))
                .list();
    }
}
