package org.fourleaf.mailreading;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names a forwarded mail by its subject, so that people see what it is before they open it. */
final class EmbeddedSubject {
    private static final int HEAD_BYTES_MAX = 32 * 1024;

    private EmbeddedSubject() {}

    static @Nullable String of(MailAttachment.Content mail) throws IOException {
        String head = Transfer.latin1(PartStore.bytes(mail, HEAD_BYTES_MAX));
        StringBuilder subject = null;
        for (String line : head.split("\r?\n", -1)) {
            if (subject != null) {
                if (!line.startsWith(" ") && !line.startsWith("\t")) {
                    break;
                }
                subject.append(line);
            } else if (line.isEmpty()) {
                break;
            } else if (line.toLowerCase(Locale.ROOT).startsWith("subject:")) {
                subject = new StringBuilder(line.substring("subject:".length()).strip());
            }
        }
        String name = subject == null ? "" : MailNames.line(EncodedWords.decode(subject.toString()));
        return name.isBlank() ? null : name.replace('/', '-').replace('\\', '-') + ".eml";
    }
}
