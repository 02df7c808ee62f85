package org.fourleaf.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.mailreading.MailKind;
import org.fourleaf.mailreading.MailReading;
import org.fourleaf.mailreading.ReadMail;
import org.fourleaf.mailreading.UnreadableMail;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.platform.database.Row;
import org.fourleaf.tickets.Direction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wrote last from outside. A machine must never get an automatic answer. */
@Component
public class LastWordsQuery {

    private static final int HEAD_BYTES_MAX = 256 * 1_024;

    private final JdbcClient jdbc;
    private final Blobs blobs;

    LastWordsQuery(JdbcClient jdbc, Blobs blobs) {
        this.jdbc = jdbc;
        this.blobs = blobs;
    }

    /** Whether they are an automatic answer, a bounce, a mailing list's, a program's; or a mail nobody can read. */
    @Transactional(readOnly = true)
    public boolean areAMachines(Actor by, UUID ticket) {
        byte[] hash = jdbc.sql("""
                        select i.hash from message m join mail_intake i on i.workspace_id = :w and i.id = m.intake_id
                        where m.workspace_id = :w and m.ticket_id = :ticket and m.direction = :in
                        order by m.at desc, m.id desc limit 1
                        """)
                .param("w", by.workspace())
                .param("ticket", ticket)
                .param("in", Direction.IN.code())
                .query(Row.as(row -> row.bytes("hash")))
                .optional()
                .orElse(null);
        if (hash == null) {
            return false;
        }
        try (InputStream raw = blobs.open(by.workspace(), hash);
                ReadMail mail = MailReading.read(new ByteArrayInputStream(raw.readNBytes(HEAD_BYTES_MAX)))) {
            return !(MailKind.of(mail, Set.of(), "") instanceof MailKind.Message(boolean automatic)) || automatic;
        } catch (UnreadableMail e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
