package org.fourleaf.coaching;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** On which side of its target a figure is to be. Codes are stored. */
enum Aim {
    AT_LEAST(1),
    AT_MOST(2);

    private final int code;

    Aim(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Aim ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isMet(double value, double target) {
        return this == AT_LEAST ? value >= target : value <= target;
    }

    /** How near a figure is to its target: 0 to 1, and 1 only when it is met. */
    double nearness(double value, double target) {
        if (isMet(value, target)) {
            return 1;
        }
        double share = this == AT_LEAST ? value / target : target / value;
        return Double.isFinite(share) ? Math.clamp(share, 0, 0.99) : 0;
    }
}
