package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a message in the thread is. A note is never visible outside. Codes are stored. */
public enum MessageType {
    /** From the customer or another outside participant. */
    MESSAGE(1),
    REPLY(2),
    NOTE(3),
    FORWARD(4);

    private final int code;

    MessageType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static MessageType ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
