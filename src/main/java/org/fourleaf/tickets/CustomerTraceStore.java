package org.fourleaf.tickets;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what tickets hold of a customer, moves it to another and takes it away. */
@Component
class CustomerTraceStore {

    /** A ticket that something was done to. */
    record Touched(UUID ticket, UUID department) {}

    private static final String CODE = "[A-Z]{3}-[A-Z]{5}-[0-9]{3}";
    private static final RowMapper<Touched> TOUCHED =
            Row.as(row -> new Touched(row.uuid("id"), row.uuid("department_id")));

    private final JdbcClient jdbc;

    CustomerTraceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Touched> move(UUID workspace, UUID from, UUID into, int limit) {
        return jdbc.sql("""
                        update ticket set customer_id = :into, version = version + 1, updated_at = now()
                        where workspace_id = :w and id = any (array(
                            select id from ticket where workspace_id = :w and customer_id = :from order by id limit :limit for update))
                        returning id, department_id
                        """)
                .param("w", workspace)
                .param("from", from)
                .param("into", into)
                .param("limit", limit)
                .query(TOUCHED)
                .list();
    }

    void moveMessages(UUID workspace, Collection<UUID> tickets, UUID from, UUID into) {
        jdbc.sql("""
                        update message set author_id = :into
                        where workspace_id = :w and ticket_id = any (:tickets) and author_kind = 2 and author_id = :from
                        """)
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .param("from", from)
                .param("into", into)
                .update();
    }

    /** @return how many */
    int moveCompany(UUID workspace, Collection<UUID> customers, UUID from, UUID into, int limit) {
        return jdbc.sql("""
                        update ticket set company_id = :into
                        where workspace_id = :w and id = any (array(
                            select id from ticket where workspace_id = :w and customer_id = any (:customers) and company_id = :from
                            order by id limit :limit for update))
                        """)
                .param("w", workspace)
                .param("customers", Sql.bind(customers))
                .param("from", from)
                .param("into", into)
                .param("limit", limit)
                .update();
    }

    /** The customer's own tickets that still have words, locked. */
    List<Touched> own(UUID workspace, UUID customer, int limit) {
        return jdbc.sql("""
                        select id, department_id from ticket
                        where workspace_id = :w and customer_id = :customer and anonymised_at is null
                        order by id limit :limit for update
                        """)
                .param("w", workspace)
                .param("customer", customer)
                .param("limit", limit)
                .query(TOUCHED)
                .list();
    }

    /** Others' tickets they take part in, locked. */
    List<Touched> others(UUID workspace, Collection<String> addresses, int limit) {
        return jdbc.sql("""
                        select id, department_id from ticket where workspace_id = :w and id = any (array(
                            select ticket_id from participant where workspace_id = :w and address = any (:addresses) limit :limit))
                        order by id for update
                        """)
                .param("w", workspace)
                .param("addresses", Sql.bind(addresses))
                .param("limit", limit)
                .query(TOUCHED)
                .list();
    }

    /** Empties what they wrote. @return the messages */
    List<UUID> emptyMessages(UUID workspace, Collection<UUID> tickets, UUID customer, Collection<String> addresses) {
        return jdbc.sql("""
                        update message set text = '', new_text = null, quoted_text = null, html = null, new_html = null,
                            quoted_html = null, author_name = '', author_address = null, to_addresses = '{}', cc_addresses = '{}',
                            rfc_message_id = null, rfc_references = null, reported_as = null
                        where workspace_id = :w and ticket_id = any (:tickets) and author_kind = 2
                            and (author_id = :customer or author_address = any (:addresses))
                        returning id
                        """)
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .param("customer", customer)
                .param("addresses", Sql.bind(addresses))
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    /** What agents noted of the customer, and what went aside to third parties and came back from them. @return the messages */
    List<UUID> emptyAsides(UUID workspace, Collection<UUID> tickets) {
        return jdbc.sql("""
                        update message set text = '', new_text = null, quoted_text = null, html = null, new_html = null,
                            quoted_html = null, to_addresses = '{}', cc_addresses = '{}', bcc_addresses = '{}',
                            rfc_message_id = null, rfc_references = null
                        where workspace_id = :w and ticket_id = any (:tickets) and (type = :note or aside) and not held
                        returning id
                        """)
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .param("note", MessageType.NOTE.code())
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    /** Answers that wait to be sent, locked: nobody is there to get them. */
    List<UUID> unsent(UUID workspace, Collection<UUID> tickets) {
        return jdbc.sql("""
                        select h.message_id from message m
                        join held_message h on h.workspace_id = m.workspace_id and h.message_id = m.id
                        where m.workspace_id = :w and m.ticket_id = any (:tickets) and m.held for update of h
                        """)
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .query(Row.as(row -> row.uuid("message_id")))
                .list();
    }

    /** Their files are gone already. */
    void removeUnsent(UUID workspace, Collection<UUID> messages) {
        if (messages.isEmpty()) {
            return;
        }
        jdbc.sql("delete from held_message where workspace_id = :w and message_id = any (:messages)")
                .param("w", workspace)
                .param("messages", Sql.bind(messages))
                .update();
        jdbc.sql("delete from message where workspace_id = :w and id = any (:messages)")
                .param("w", workspace)
                .param("messages", Sql.bind(messages))
                .update();
    }

    /** With their files, which belong to the ticket and to no message yet. @return the contents that were attached */
    List<byte[]> removeDrafts(UUID workspace, Collection<UUID> tickets) {
        return jdbc.sql("""
                        with gone as (
                            delete from draft where workspace_id = :w and ticket_id = any (:tickets) returning attachments
                        ), past as (
                            delete from draft_past where workspace_id = :w and ticket_id = any (:tickets) returning attachments
                        )
                        delete from attachment where workspace_id = :w and message_id is null and id = any (array(
                            select unnest(attachments) from gone union select unnest(attachments) from past))
                        returning hash
                        """)
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .query(Row.as(row -> row.bytes("hash")))
                .list();
    }

    void removeFromDrafts(UUID workspace, Collection<UUID> tickets, Collection<String> addresses) {
        for (String table : List.of("draft", "draft_past")) {
            jdbc.sql("update " + table + """
                             set to_addresses = array(select a from unnest(to_addresses) as a where lower(a) <> all (:addresses)),
                                cc = array(select a from unnest(cc) as a where lower(a) <> all (:addresses)),
                                bcc = array(select a from unnest(bcc) as a where lower(a) <> all (:addresses))
                            where workspace_id = :w and ticket_id = any (:tickets)
                            """)
                    .param("w", workspace)
                    .param("tickets", Sql.bind(tickets))
                    .param("addresses", Sql.bind(addresses))
                    .update();
        }
    }

    /** Answers stay, without calling the customer by name. Their layout goes where a name stood in it. */
    void hideNames(UUID workspace, Collection<UUID> tickets, String named) {
        jdbc.sql("""
                        update message set text = regexp_replace(text, :named, '…', 'gi'),
                            new_text = regexp_replace(new_text, :named, '…', 'gi'),
                            quoted_text = regexp_replace(quoted_text, :named, '…', 'gi'),
                            html = null, new_html = null, quoted_html = null
                        where workspace_id = :w and ticket_id = any (:tickets) and (text ~* :named or html ~* :named)
                        """)
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .param("named", named)
                .update();
    }

    /** Answers kept for a request that is sent again. There are a day's at most. */
    void forgetAnswers(UUID workspace, UUID customer, Collection<String> addresses) {
        jdbc.sql("""
                        update idempotency i set body = null, location = null
                        from (select actor_id, key, coalesce(location, '') || ' ' || convert_from(body, 'UTF8') as said from idempotency
                            where workspace_id = :w and length(body) > 0 and content_type like 'application/%json%') as kept
                        where i.workspace_id = :w and i.actor_id = kept.actor_id and i.key = kept.key and (
                            strpos(kept.said, :customer) > 0
                            or exists (select 1 from unnest(:addresses) as a where strpos(lower(kept.said), a) > 0)
                            or exists (select 1 from regexp_matches(kept.said, :code, 'g') as found(code)
                                join ticket t on t.workspace_id = :w and t.code = found.code[1] and t.customer_id = :id))
                        """)
                .param("w", workspace)
                .param("customer", customer.toString())
                .param("id", customer)
                .param("addresses", Sql.bind(addresses))
                .param("code", CODE)
                .update();
    }

    /** What others wrote stays, without the customer's words quoted in it. */
    void emptyQuotes(UUID workspace, Collection<UUID> tickets) {
        jdbc.sql("""
                        update message set quoted_text = null, quoted_html = null,
                            text = case when quoted_text is null then text else coalesce(new_text, text) end,
                            html = case when quoted_html is null then html else new_html end
                        where workspace_id = :w and ticket_id = any (:tickets)
                            and (quoted_text is not null or quoted_html is not null)
                        """).param("w", workspace).param("tickets", Sql.bind(tickets)).update();
    }

    void removeReceivers(UUID workspace, Collection<UUID> tickets, Collection<String> addresses) {
        jdbc.sql("""
                        update message set
                            to_addresses = array(select a from unnest(to_addresses) as a where lower(a) <> all (:addresses)),
                            cc_addresses = array(select a from unnest(cc_addresses) as a where lower(a) <> all (:addresses)),
                            bcc_addresses = array(select a from unnest(bcc_addresses) as a where lower(a) <> all (:addresses))
                        where workspace_id = :w and ticket_id = any (:tickets)
                        """)
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .param("addresses", Sql.bind(addresses))
                .update();
    }

    /** @return the contents that were attached */
    List<byte[]> removeAttachments(UUID workspace, Collection<UUID> messages) {
        return jdbc.sql(
                        "delete from attachment where workspace_id = :w and message_id = any (:messages) returning hash")
                .param("w", workspace)
                .param("messages", Sql.bind(messages))
                .query(Row.as(row -> row.bytes("hash")))
                .list();
    }

    void removeParticipants(UUID workspace, Collection<UUID> tickets, Collection<String> addresses) {
        jdbc.sql(
                        "delete from participant where workspace_id = :w and ticket_id = any (:tickets) and address = any (:addresses)")
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .param("addresses", Sql.bind(addresses))
                .update();
    }

    /** @param own their own tickets lose subject and fields too */
    void emptyTickets(UUID workspace, Collection<UUID> tickets, boolean own) {
        String words = own ? "subject = '', fields = '{}', anonymised_at = now(), " : "";
        jdbc.sql(
                        "update ticket set " + words
                                + "snippet = '', version = version + 1, updated_at = now() where workspace_id = :w and id = any (:tickets)")
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .update();
    }
}
