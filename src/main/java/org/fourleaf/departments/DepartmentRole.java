package org.fourleaf.departments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a member does in a department: reads, solves or leads. Codes are stored. */
public enum DepartmentRole {
    READER(1),
    SOLVER(2),
    LEAD(3);

    private final int code;

    DepartmentRole(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static DepartmentRole ofCode(int code) {
        return switch (code) {
            case 1 -> READER;
            case 3 -> LEAD;
            default -> SOLVER;
        };
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
