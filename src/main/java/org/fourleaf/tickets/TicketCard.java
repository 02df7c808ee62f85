package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket as the API and every list show it. Times in UTC; {@code fields} is the object as stored. @param tagColours of its tags by name, grey ones left out */
public record TicketCard(
        String code,
        String subject,
        TicketStatus status,
        @Nullable Named subStatus,
        Priority priority,
        String type,
        Named department,
        @Nullable Person assignee,
        Person customer,
        @Nullable Named company,
        List<String> tags,
        Map<String, String> tagColours,

        @JsonRawValue @Schema(implementation = Map.class) String fields,

        Channel channel,
        Instant createdAt,
        Instant updatedAt,
        Instant lastMessageAt,
        Instant dueAt,
        @Nullable Named slaLevel,
        DueStanding slaStanding,
        @Nullable Instant postponedUntil,
        @Nullable Instant resolvedAt,
        @Nullable String disposition,
        @Nullable String mergedInto,
        @Nullable String linkedFrom,
        String snippet,
        int messageCount,
        boolean hasAttachments,
        long version,
        Abilities abilities) {

    /** Something with a name. */
    public record Named(UUID id, String name) {}

    /** An agent or a customer. */
    public record Person(UUID id, @Nullable String email, String name) {}

    /** What the caller may do with it: buttons ask these, never roles. */
    public record Abilities(
            boolean reply,
            boolean note,
            boolean assign,
            boolean transfer,
            boolean tag,
            boolean edit,
            boolean resolve,
            boolean reopen,
            boolean postpone,
            boolean spam,
            boolean delete,
            boolean restore) {}
}
