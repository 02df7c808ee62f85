package org.fourleaf.tickets;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves drafts, one per agent, ticket and type, and their older words. */
@Component
class DraftStore {

    /** So many older words of one draft are kept. */
    static final int PAST_MAX = 20;
    /** Words worth a step of their own even in the same window. */
    private static final int STEP_EVERY_SECONDS = 180;

    private static final String COLUMNS =
            "type, html, to_addresses, cc, bcc, attachments, in_reply_to, status, saved_at, version";

    /** Whose draft of what. */
    record Place(UUID workspace, UUID ticket, UUID agent, MessageType type) {}

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<Draft> of(UUID workspace, UUID ticket, UUID agent) {
        return jdbc.sql("select " + COLUMNS + """
                         from draft where workspace_id = :w and ticket_id = :ticket and agent_id = :agent
                        order by saved_at desc, type
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("agent", agent)
                .query(Row.as(DraftStore::draft))
                .list();
    }

    Optional<Draft> find(Place place) {
        return at("select " + COLUMNS + """
                         from draft
                        where workspace_id = :w and ticket_id = :ticket and agent_id = :agent and type = :type
                        """, place)
                .query(Row.as(DraftStore::draft))
                .optional();
    }

    List<Draft> past(Place place) {
        return at("select " + COLUMNS + """
                         from draft_past
                        where workspace_id = :w and ticket_id = :ticket and agent_id = :agent and type = :type
                        order by version desc limit :limit
                        """, place)
                .param("limit", PAST_MAX)
                .query(Row.as(DraftStore::draft))
                .list();
    }

    /**
     * Saves it in one statement, so that of two windows that build on the same version one is told. What it replaces is kept when it
     * came from another window, was mostly taken out, or when the last step is a while ago.
     *
     * @param expected the version it builds on, 0 for none; none to overwrite whatever is there
     * @param tab the window it comes from; none when unknown
     * @return its version, none when another one is there
     */
    OptionalLong save(Place place, Draft draft, @Nullable Long expected, @Nullable UUID tab) {
        List<Long> versions = at("""
                        with was as (
                            select * from draft
                            where workspace_id = :w and ticket_id = :ticket and agent_id = :agent and type = :type
                                and (cast(:expected as bigint) is null or version = cast(:expected as bigint))
                            for update
                        ), kept as (
                            insert into draft_past (workspace_id, ticket_id, agent_id, type, version, html, to_addresses, cc, bcc,
                                attachments, in_reply_to, status, saved_at)
                            select workspace_id, ticket_id, agent_id, type, version, html, to_addresses, cc, bcc, attachments,
                                in_reply_to, status, saved_at
                            from was
                            where html <> :html and html <> '' and (
                                tab is distinct from cast(:tab as uuid)
                                or length(html) > 2 * length(:html) + 40
                                or not exists (select 1 from draft_past p where p.workspace_id = :w and p.ticket_id = :ticket
                                    and p.agent_id = :agent and p.type = :type
                                    and p.saved_at > was.saved_at - make_interval(secs => :step)))
                            on conflict do nothing
                        )
                        insert into draft as d (workspace_id, ticket_id, agent_id, type, html, to_addresses, cc, bcc, attachments,
                            in_reply_to, status, saved_at, tab, changed, version)
                        select :w, :ticket, :agent, :type, :html, cast(:to as text[]), cast(:cc as text[]), cast(:bcc as text[]),
                            cast(:attachments as uuid[]), cast(:inReplyTo as uuid), cast(:status as smallint), :at,
                            cast(:tab as uuid), pg_current_xact_id(),
                            coalesce((select max(p.version) from draft_past p where p.workspace_id = :w and p.ticket_id = :ticket
                                and p.agent_id = :agent and p.type = :type), 0) + 1
                        from (select count(*) as n from was) as seen -- read first: what was there must be locked before it is written over
                        where coalesce(cast(:expected as bigint), 0) = 0 or seen.n > 0
                        on conflict (workspace_id, ticket_id, agent_id, type) do update set html = excluded.html,
                            to_addresses = excluded.to_addresses, cc = excluded.cc, bcc = excluded.bcc,
                            attachments = excluded.attachments, in_reply_to = excluded.in_reply_to, status = excluded.status,
                            saved_at = excluded.saved_at, tab = excluded.tab, changed = excluded.changed,
                            version = greatest(d.version + 1, excluded.version)
                        where cast(:expected as bigint) is null or d.version = cast(:expected as bigint)
                        returning version
                        """, place)
                .param("html", draft.html())
                .param("to", Sql.bind(draft.to()))
                .param("cc", Sql.bind(draft.cc()))
                .param("bcc", Sql.bind(draft.bcc()))
                .param("attachments", draft.attachmentIds().toArray(UUID[]::new))
                .param("inReplyTo", draft.inReplyTo())
                .param("status", draft.status() == null ? null : draft.status().code())
                .param("at", Sql.bind(draft.savedAt()))
                .param("expected", expected)
                .param("tab", tab)
                .param("step", STEP_EVERY_SECONDS)
                .query(Row.as(row -> row.big("version")))
                .list();
        if (versions.isEmpty()) {
            return OptionalLong.empty();
        }
        at("""
                        delete from draft_past
                        where workspace_id = :w and ticket_id = :ticket and agent_id = :agent and type = :type and version < (
                            select version from draft_past
                            where workspace_id = :w and ticket_id = :ticket and agent_id = :agent and type = :type
                            order by version desc offset :keep limit 1)
                        """, place).param("keep", PAST_MAX - 1).update();
        return OptionalLong.of(versions.getFirst());
    }

    /** Takes a draft back; its words are kept among the older ones. */
    void takeBack(Place place) {
        at("""
                        with gone as (
                            delete from draft
                            where workspace_id = :w and ticket_id = :ticket and agent_id = :agent and type = :type returning *)
                        insert into draft_past (workspace_id, ticket_id, agent_id, type, version, html, to_addresses, cc, bcc,
                            attachments, in_reply_to, status, saved_at)
                        select workspace_id, ticket_id, agent_id, type, version, html, to_addresses, cc, bcc, attachments,
                            in_reply_to, status, saved_at from gone
                        on conflict do nothing
                        """, place).update();
    }

    /** It was sent: nothing of it is left over. */
    void delete(UUID workspace, UUID ticket, UUID agent, MessageType type) {
        Place place = new Place(workspace, ticket, agent, type);
        at("""
                        with gone as (
                            delete from draft
                            where workspace_id = :w and ticket_id = :ticket and agent_id = :agent and type = :type)
                        delete from draft_past
                        where workspace_id = :w and ticket_id = :ticket and agent_id = :agent and type = :type
                        """, place).update();
    }

    /** For a merge: drafts follow their ticket; where its agent has begun the same there, the moved words are kept as older ones. */
    void move(UUID workspace, UUID from, UUID into) {
        jdbc.sql("""
                        insert into draft_past (workspace_id, ticket_id, agent_id, type, version, html, to_addresses, cc, bcc,
                            attachments, in_reply_to, status, saved_at)
                        select d.workspace_id, :into, d.agent_id, d.type, t.version + d.version, d.html, d.to_addresses, d.cc, d.bcc,
                            d.attachments, d.in_reply_to, d.status, d.saved_at
                        from draft d
                        join draft t on t.workspace_id = :w and t.ticket_id = :into and t.agent_id = d.agent_id and t.type = d.type
                        where d.workspace_id = :w and d.ticket_id = :from
                        on conflict do nothing
                        """)
                .param("w", workspace)
                .param("from", from)
                .param("into", into)
                .update();
        jdbc.sql("""
                        update draft d set ticket_id = :into, changed = pg_current_xact_id()
                        where d.workspace_id = :w and d.ticket_id = :from and not exists (
                            select 1 from draft t where t.workspace_id = :w and t.ticket_id = :into and t.agent_id = d.agent_id
                                and t.type = d.type)
                        """)
                .param("w", workspace)
                .param("from", from)
                .param("into", into)
                .update();
        jdbc.sql("delete from draft where workspace_id = :w and ticket_id = :from")
                .param("w", workspace)
                .param("from", from)
                .update();
    }

    void forgetPast(UUID workspace, Instant before) {
        jdbc.sql("delete from draft_past where workspace_id = :w and saved_at < :before")
                .param("w", workspace)
                .param("before", Sql.bind(before))
                .update();
    }

    private JdbcClient.StatementSpec at(String sql, Place place) {
        return jdbc.sql(sql)
                .param("w", place.workspace)
                .param("ticket", place.ticket)
                .param("agent", place.agent)
                .param("type", place.type.code());
    }

    private static Draft draft(Row row) throws SQLException {
        Integer status = row.numberOrNull("status");
        return new Draft(
                MessageType.ofCode(row.number("type")),
                row.text("html"),
                row.texts("to_addresses"),
                row.texts("cc"),
                row.texts("bcc"),
                List.of(),
                row.uuids("attachments"),
                row.uuidOrNull("in_reply_to"),
                status == null ? null : TicketStatus.ofCode(status),
                row.instant("saved_at"),
                row.big("version"));
    }
}
