package org.fourleaf.fields;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.fourleaf.platform.Refusal;

/** What a field is asked about. Codes are stored: never change one. */
public enum FieldSubject {
    TICKET(1),
    CUSTOMER(2),
    COMPANY(3);

    private final int code;

    FieldSubject(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static FieldSubject ofCode(int code) {
        return values()[code - 1];
    }

    /** @throws Refusal malformed when there is no such subject */
    static FieldSubject named(String name) {
        for (FieldSubject subject : values()) {
            if (subject.json().equals(name)) {
                return subject;
            }
        }
        throw Refusal.malformed("subject", "One of ticket, customer, company.");
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
