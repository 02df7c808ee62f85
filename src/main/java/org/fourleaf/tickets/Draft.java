package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agent has begun to write in a ticket: one of each type.
 *
 * @param inReplyTo the message it answers or forwards
 * @param status where the ticket shall go with it
 * @param version grows with every save; the newer wins, visibly
 */
public record Draft(
        MessageType type,
        String html,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        List<Attachment> attachments,
        @JsonIgnore List<UUID> attachmentIds,
        @Nullable UUID inReplyTo,
        @Nullable TicketStatus status,
        Instant savedAt,
        long version) {

    public Draft {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
        attachmentIds = List.copyOf(attachmentIds);
    }

    Draft with(List<Attachment> files) {
        return new Draft(type, html, to, cc, bcc, files, attachmentIds, inReplyTo, status, savedAt, version);
    }
}
