package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The way a contact came. All are selectable before they are connected. Codes are stored. */
public enum Channel {
    EMAIL(1),
    FORM(2),
    PORTAL(3),
    API(4),
    CHAT(5),
    CALL(6),
    FACEBOOK(7),
    INSTAGRAM(8),
    WHATSAPP(9),
    VIBER(10),
    TELEGRAM(11),
    X(12),
    SMS(13),
    WEBHOOK(14);

    private final int code;

    Channel(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Channel ofCode(int code) {
        return values()[code - 1];
    }

    public static @Nullable Channel named(String name) {
        for (Channel channel : values()) {
            if (channel.json().equals(name)) {
                return channel;
            }
        }
        return null;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
