package org.fourleaf.webhooks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Where the desk calls outside, without the secret it signs with. */
record Webhook(UUID id, String name, String url, Kind kind, boolean active, Instant createdAt, long version) {

    static final int WEBHOOKS_MAX = 100;
    static final int URL_LENGTH_MAX = 2_000;

    /** How it is called. Codes are stored. */
    enum Kind {
        /** By Standard Webhooks: JSON, an id, a time and a signature. */
        SIGNED(1),
        /** A chat such as Slack, Teams or Mattermost: {@code {"text": …}}. */
        CHAT(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Kind ofCode(int code) {
            return values()[code - 1];
        }

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
