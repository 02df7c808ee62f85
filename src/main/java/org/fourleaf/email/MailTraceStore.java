package org.fourleaf.email;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of mails beside their messages. */
@Component
class MailTraceStore {

    private final JdbcClient jdbc;

    MailTraceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The contents of the mails that became these messages. */
    List<byte[]> sources(UUID workspace, Collection<UUID> messages) {
        return jdbc.sql("""
                        select i.hash from message m
                        join mail_intake i on i.workspace_id = m.workspace_id and i.id = m.intake_id
                        where m.workspace_id = :w and m.id = any (:messages)
                        """)
                .param("w", workspace)
                .param("messages", Sql.bind(messages))
                .query(Row.as(row -> row.bytes("hash")))
                .list();
    }

    /** They were received; what they were is gone. */
    void empty(UUID workspace, Collection<UUID> messages, byte[] nothing) {
        jdbc.sql("""
                        update mail_intake set hash = :nothing, size = 0, envelope_from = null, envelope_to = '{}',
                            rfc_message_id = null, reason = null, decisions = '[]', bounce = null
                        where workspace_id = :w and id = any (array(
                            select intake_id from message
                            where workspace_id = :w and id = any (:messages) and intake_id is not null))
                        """)
                .param("w", workspace)
                .param("messages", Sql.bind(messages))
                .param("nothing", nothing)
                .update();
    }

    /** A mail that was still to go to nobody else is given up. */
    void forgetRecipients(UUID workspace, Collection<UUID> tickets, Collection<String> addresses) {
        List<UUID> mails = jdbc.sql("""
                        delete from outbound_recipient r using outbound_mail o
                        where o.workspace_id = :w and o.ticket_id = any (:tickets)
                            and r.workspace_id = :w and r.outbound_id = o.id and r.address = any (:addresses)
                        returning o.id
                        """)
                .param("w", workspace)
                .param("tickets", Sql.bind(tickets))
                .param("addresses", Sql.bind(addresses))
                .query(Row.as(row -> row.uuid("id")))
                .list();
        jdbc.sql("""
                        with given_up as (
                            update outbound_mail o set state = 5, report = null
                            where o.workspace_id = :w and o.id = any (:mails) and o.state in (1, 2, 4) and not exists (
                                select 1 from outbound_recipient r where r.workspace_id = :w and r.outbound_id = o.id)
                            returning message_id)
                        update message set delivery = 5
                        where workspace_id = :w and id = any (array(select message_id from given_up))
                        """).param("w", workspace).param("mails", Sql.bind(mails)).update();
    }
}
