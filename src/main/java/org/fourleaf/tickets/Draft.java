package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What an agent has begun to write in a ticket. @param version grows with every save; the newer wins, visibly */
public record Draft(
        MessageType type,
        String html,
        List<String> cc,
        List<Attachment> attachments,
        @JsonIgnore List<UUID> attachmentIds,
        Instant savedAt,
        long version) {}
