package org.fourleaf.choices;

import java.util.Locale;

/** Which list a choice is on. Codes are stored: never change one. */
public enum ChoiceKind {
    DISPOSITION(1, "disposition"),
    SUB_STATUS(2, "sub-status"),
    TICKET_TYPE(3, "ticket type");

    private final int code;
    private final String words;

    ChoiceKind(int code, String words) {
        this.code = code;
        this.words = words;
    }

    public int code() {
        return code;
    }

    static ChoiceKind ofCode(int code) {
        return values()[code - 1];
    }

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is called in a sentence. */
    String words() {
        return words;
    }
}
