package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How another ticket has to do with this one. */
public enum LinkKind {
    /** Tied by hand. */
    RELATED,
    /** This one was opened from that one: split from it, or by a reply that came too late. */
    CONTINUES,
    CONTINUED_BY,
    /** That one was merged into this one. */
    MERGED;

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
