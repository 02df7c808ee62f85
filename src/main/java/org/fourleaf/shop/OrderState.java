package org.fourleaf.shop;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** Where an order stands. Codes are stored. */
public enum OrderState {
    /** For somebody's approval; paid already. */
    WAITING(1),
    /** To be handed out. */
    APPROVED(2),
    /** Handed out. */
    FULFILLED(3),
    /** Not approved; the coins went back. */
    REFUSED(4),
    /** Approved or handed out, but the coins went back. */
    REFUNDED(5),
    /** Taken back by the buyer; the coins went back. */
    CANCELLED(6);

    private final int code;

    OrderState(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static OrderState ofCode(int code) {
        return values()[code - 1];
    }

    /** What may come next. */
    Set<OrderState> next() {
        return switch (this) {
            case WAITING -> Set.of(APPROVED, REFUSED, CANCELLED);
            case APPROVED -> Set.of(FULFILLED, REFUNDED, CANCELLED);
            case FULFILLED -> Set.of(REFUNDED);
            case REFUSED, REFUNDED, CANCELLED -> Set.of();
        };
    }

    boolean givesBack() {
        return this == REFUSED || this == REFUNDED || this == CANCELLED;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
