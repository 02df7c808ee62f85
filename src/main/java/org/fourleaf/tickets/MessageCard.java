package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as the API and the thread show it. {@code new_text} and {@code new_html} are always there when text and HTML are.
 *
 * @param aside between us and a third party: the customer sees nothing of it
 * @param mergedFrom the code of the merged ticket it came with
 */
public record MessageCard(
        UUID id,
        MessageType type,
        Direction direction,
        Author author,
        Instant at,
        String text,
        @Nullable String html,
        String newText,
        @Nullable String quotedText,
        @Nullable String newHtml,
        @Nullable String quotedHtml,
        boolean hasRemoteContent,
        boolean newSender,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        @Nullable UUID inReplyTo,
        boolean aside,
        @Nullable String mergedFrom,
        List<Attachment> attachments,
        @Nullable Delivery delivery,
        @Nullable Held held,
        @Nullable String rawUrl,
        @JsonIgnore @Nullable UUID intake) {

    /** Who wrote it. */
    public record Author(
            String kind, @Nullable UUID id, @Nullable String email, String name) {}

    /**
     * It is not sent yet. @param undo it only waits for the seconds in which it can be taken back
     * @param stopped what happened meanwhile: it is not sent before somebody says so
     */
    public record Held(
            Instant sendAt,
            boolean undo,
            HeldReply.@Nullable Reason stopped,
            @Nullable TicketStatus status) {}

    /** How an answer fared. */
    public record Delivery(DeliveryState state, List<DeliveryReports.Report> report) {}
}
