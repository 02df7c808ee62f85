package org.fourleaf.mailreading;

import org.jspecify.annotations.Nullable;

/** A mailbox as the header gave it; the address is trimmed but not checked, the name has no control characters. */
public record MailAddress(@Nullable String name, String address) {

    /** The name where there is one, else the address. */
    public String shown() {
        return name == null || name.isBlank() ? address : name;
    }
}
