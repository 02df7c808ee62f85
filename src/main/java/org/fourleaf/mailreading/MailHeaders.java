package org.fourleaf.mailreading;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The top headers in the order they stood, decoded and unfolded; names in lower case. */
public record MailHeaders(List<MailHeader> all) {

    /** One header line. */
    public record MailHeader(String name, String value) {}

    /** The first value under this name, in any case. */
    public @Nullable String first(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (MailHeader header : all) {
            if (header.name().equals(wanted)) {
                return header.value();
            }
        }
        return null;
    }

    /** Every value under this name, top first. */
    public List<String> all(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(header -> header.name().equals(wanted))
                .map(MailHeader::value)
                .toList();
    }

    public boolean has(String name) {
        return first(name) != null;
    }
}
