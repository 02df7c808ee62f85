package org.fourleaf.mailreading;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a mail. The name is safe to show and to offer for download; the content type is only a claim of
 * the sender. Inline means that the HTML shows it by its content id.
 */
public record MailAttachment(
        String name,
        String contentType,
        long size,
        @Nullable String contentId,
        boolean inline,
        Content content) {

    /** Where the bytes lie; readable until the mail they belong to is closed. */
    @FunctionalInterface
    public interface Content {
        InputStream open();
    }
}
