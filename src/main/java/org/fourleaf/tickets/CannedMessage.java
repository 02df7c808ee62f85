package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A short text for the composer. @param html with variables such as {@code {customer.first_name}} */
public record CannedMessage(
        UUID id,
        String name,
        String keywords,
        String html,
        String language,
        Scope scope,
        @Nullable UUID department,
        @JsonIgnore @Nullable UUID agent,
        long uses,
        long version) {

    /** Who finds it. Codes are stored. */
    public enum Scope {
        PERSONAL(1),
        DEPARTMENT(2),
        ALL(3);

        private final int code;

        Scope(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        public static Scope ofCode(int code) {
            return values()[code - 1];
        }

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
