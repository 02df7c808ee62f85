package org.fourleaf.templates;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The text of one kind of mail in one language.
 *
 * @param department whose it is; none for all of them
 * @param subject empty where the mail answers in a ticket and takes over its subject
 * @param version 0 for a shipped text that nobody rewrote
 */
public record MailTemplate(
        TemplateKind kind, @Nullable UUID department, String language, String subject, String html, long version) {

    boolean isShipped() {
        return version == 0;
    }
}
