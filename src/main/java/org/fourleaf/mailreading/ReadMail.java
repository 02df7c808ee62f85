package org.fourleaf.mailreading;

import java.time.Instant;
import java.util.List;
import org.fourleaf.platform.html.HtmlCleaning;
import org.jspecify.annotations.Nullable;

/**
 * A mail as people would tell it. Text is always there, perhaps empty; html is raw and must pass {@link HtmlCleaning}.
 * Message ids are without angle brackets. A mail that is not {@code whole} had more parts or headers than are read; the
 * raw has them. Close it after use: attachments may lie in a temporary file.
 */
public record ReadMail(
        String subject,
        List<MailAddress> from,
        @Nullable MailAddress sender,
        List<MailAddress> replyTo,
        List<MailAddress> to,
        List<MailAddress> cc,
        @Nullable Instant date,
        @Nullable String messageId,
        @Nullable String inReplyTo,
        List<String> references,
        String text,
        @Nullable String html,
        List<MailAttachment> attachments,
        MailHeaders headers,
        DeliveryReport report,
        boolean whole,
        PartStore store)
        implements AutoCloseable {

    @Override
    public void close() {
        store.close();
    }
}
