package org.fourleaf.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.calendars.BusinessCalendars;
import org.fourleaf.conditions.Surroundings;
import org.fourleaf.mailreading.MailHeaders;
import org.fourleaf.mailreading.MailReading;
import org.fourleaf.mailreading.ReadMail;
import org.fourleaf.mailreading.UnreadableMail;
import org.fourleaf.people.PresenceState;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.ActivityWords;
import org.fourleaf.tickets.DeliveryState;
import org.fourleaf.tickets.Direction;
import org.fourleaf.tickets.Ticket;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What surrounds an event: its message, its mail's head, who is there, how long the queue is. Read only when a condition asks. */
@Component
class EventQuery {

    private static final int HEAD_BYTES_MAX = 256 * 1_024;

    /** A message as conditions ask it. @param hash of the mail it came as */
    record Said(
            UUID id,
            Direction direction,
            String text,
            List<String> from,
            List<String> to,
            List<String> cc,
            byte @Nullable [] hash) {}

    private final JdbcClient jdbc;
    private final Blobs blobs;
    private final BusinessCalendars calendars;
    private final ActivityWords words;

    EventQuery(JdbcClient jdbc, Blobs blobs, BusinessCalendars calendars, ActivityWords words) {
        this.jdbc = jdbc;
        this.blobs = blobs;
        this.calendars = calendars;
        this.words = words;
    }

    Surroundings around(Actor by, Ticket ticket, RuleEvent event, Instant now) {
        return new EventSurroundings(this, by, ticket, event, now);
    }

    /** The message of an event; without one, the first from outside, or else the first. */
    Optional<Said> said(UUID workspace, UUID ticket, @Nullable UUID message) {
        return jdbc.sql("""
                        select m.id, m.direction, coalesce(m.new_text, m.text) as text, m.author_name, m.author_address, m.to_addresses,
                            m.cc_addresses, i.hash
                        from message m left join mail_intake i on i.workspace_id = :w and i.id = m.intake_id
                        where m.workspace_id = :w and m.ticket_id = :ticket and (m.id = cast(:message as uuid)
                            or (cast(:message as uuid) is null and m.type <> 3))
                        order by m.direction = 1 desc, m.at, m.id limit 1
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("message", message)
                .query(Row.as(EventQuery::said))
                .optional();
    }

    private static Said said(Row row) throws SQLException {
        String address = row.textOrNull("author_address");
        return new Said(
                row.uuid("id"),
                Direction.ofCode(row.number("direction")),
                row.text("text"),
                address == null ? List.of(row.text("author_name")) : List.of(address, row.text("author_name")),
                row.texts("to_addresses"),
                row.texts("cc_addresses"),
                row.bytesOrNull("hash"));
    }

    /** The last that is no note. */
    Optional<UUID> lastMessage(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select id from message where workspace_id = :w and ticket_id = :ticket and type <> 3
                        order by at desc, id desc limit 1
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    /** Whether nothing but notes was said before it. */
    boolean isFirst(UUID workspace, UUID ticket, UUID message) {
        return jdbc.sql("""
                        select not exists (select 1 from message m join message this on this.workspace_id = :w and this.id = :message
                            where m.workspace_id = :w and m.ticket_id = :ticket and m.type <> 3 and (m.at, m.id) < (this.at, this.id))
                            as first
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("message", message)
                .query(Row.as(row -> row.flag("first")))
                .single();
    }

    /** Of the mail as it came. Bounded: a head longer than that is read no further. */
    List<String> header(UUID workspace, byte[] hash, String name) {
        try (InputStream raw = blobs.open(workspace, hash);
                ReadMail mail = MailReading.read(new ByteArrayInputStream(raw.readNBytes(HEAD_BYTES_MAX)))) {
            return mail.headers().all().stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(MailHeaders.MailHeader::value)
                    .toList();
        } catch (UnreadableMail e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> presence(UUID workspace, UUID agent) {
        return jdbc.sql("select min(state) as state from agent_presence where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> Optional.ofNullable(row.numberOrNull("state"))))
                .single()
                .map(code -> PresenceState.ofCode(code).json());
    }

    long queueLength(UUID workspace, UUID department) {
        return jdbc.sql("""
                        select coalesce(sum(n), 0) as n from ticket_count
                        where workspace_id = :w and department_id = :department and status in (1, 2)
                        """)
                .param("w", workspace)
                .param("department", department)
                .query(Row.as(row -> row.big("n")))
                .single();
    }

    /** Of the last answer. */
    Optional<String> delivery(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select delivery from message where workspace_id = :w and ticket_id = :ticket and delivery is not null
                        order by at desc, id desc limit 1
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .query(Row.as(row -> Optional.ofNullable(DeliveryState.ofCode(row.numberOrNull("delivery")))))
                .optional()
                .flatMap(state -> state)
                .map(DeliveryState::json);
    }

    /** The last one the ticket got that still counts. */
    Optional<String> rating(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select coalesce(g.facts ->> 'rating', '') as rating from log g
                        where g.workspace_id = :w and g.ticket_id = :ticket and g.kind = :given and not exists (
                            select 1 from log i where i.workspace_id = :w and i.ticket_id = :ticket and i.kind = :invalidated
                                and i.facts ->> 'given' in (g.facts ->> 'external_id', g.workspace_id || ':' || g.seq))
                        order by g.seq desc limit 1
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("given", ActivityKind.RATING_GIVEN.code())
                .param("invalidated", ActivityKind.RATING_INVALIDATED.code())
                .query(Row.as(row -> row.text("rating")))
                .optional();
    }

    /** Of the last call. */
    Optional<String> callNumber(UUID workspace, UUID ticket) {
        return jdbc.sql("""
                        select facts ->> 'words' as words from log
                        where workspace_id = :w and ticket_id = :ticket and kind between :first and :last and facts ->> 'words' is not null
                        order by seq desc limit 1
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("first", ActivityKind.CALL_STARTED.code())
                .param("last", ActivityKind.CALL_ENDED.code())
                .query(Row.as(row -> UUID.fromString(row.text("words"))))
                .optional()
                .flatMap(id ->
                        Optional.ofNullable(words.find(workspace, List.of(id)).get(id)))
                .map(ActivityWords.Words::number);
    }

    List<String> phones(UUID workspace, UUID customer) {
        return jdbc.sql("select phones from customer where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", customer)
                .query(Row.as(row -> row.texts("phones")))
                .optional()
                .orElse(List.of());
    }

    String timeZone(UUID workspace) {
        return jdbc.sql("select time_zone from workspace where id = :w")
                .param("w", workspace)
                .query(Row.as(row -> row.text("time_zone")))
                .single();
    }

    boolean isOpen(Actor by, UUID department, Instant now) {
        return calendars
                .hoursOf(by, department)
                .map(hours -> hours.isOpenAt(now))
                .orElse(true);
    }

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
