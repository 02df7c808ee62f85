package org.fourleaf.departments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who may see a department's tickets. Codes are stored. */
public enum DepartmentAccess {
    MEMBERS(1),
    ALL(2);

    private final int code;

    DepartmentAccess(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static DepartmentAccess ofCode(int code) {
        return code == MEMBERS.code ? MEMBERS : ALL;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
