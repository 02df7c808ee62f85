package org.fourleaf.game;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** What else must be good for a badge: a KPI of the agent over the badge's own window. Without data it passes. */
public record QualityGate(String kpi, Op op, double value) {

    /** How the KPI is compared. */
    public enum Op {
        AT_LEAST(">="),
        AT_MOST("<="),
        MORE(">"),
        LESS("<");

        private final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        @JsonValue
        public String sign() {
            return sign;
        }

        @JsonCreator
        public static Op of(String sign) {
            return switch (sign) {
                case ">=", "≥" -> AT_LEAST;
                case "<=", "≤" -> AT_MOST;
                case ">" -> MORE;
                case "<" -> LESS;
                default -> throw new IllegalArgumentException("One of >=, <=, >, <.");
            };
        }
    }

    public boolean passes(@Nullable Double figure) {
        if (figure == null) {
            return true;
        }
        return switch (op) {
            case AT_LEAST -> figure >= value;
            case AT_MOST -> figure <= value;
            case MORE -> figure > value;
            case LESS -> figure < value;
        };
    }
}
