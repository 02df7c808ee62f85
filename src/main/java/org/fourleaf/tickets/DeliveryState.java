package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of an answer. Sent: the server took it. Delayed: it said "later" or is out of reach. Not delivered: it said no, or it
 * came back. Codes are stored.
 */
public enum DeliveryState {
    SCHEDULED(1),
    SENDING(2),
    SENT(3),
    DELAYED(4),
    NOT_DELIVERED(5);

    private final int code;

    DeliveryState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static @Nullable DeliveryState ofCode(@Nullable Integer code) {
        return code == null ? null : values()[code - 1];
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
