package org.fourleaf.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How KPIs are reckoned in a workspace.
 *
 * @param shortAbandonSeconds who hangs up sooner is on neither side of a rate; 0 counts all
 * @param serviceLevelSeconds within which an answer is in time
 * @param emailTargetSeconds within which a first answer to a mail is in time
 * @param fcrWindowDays a case reopened within so many days was not resolved at first contact
 * @param callWeight of calls in the blended handling time, like those of chats and mails
 * @param activitiesKeptMonths how long what figures are made of is kept; {@link #KEPT_FOR_EVER} for ever
 */
public record KpiSettings(
        int shortAbandonSeconds,
        int serviceLevelSeconds,
        ServiceLevelFormula serviceLevelFormula,
        int emailTargetSeconds,
        int fcrWindowDays,
        double callWeight,
        double chatWeight,
        double emailWeight,
        @Nullable Integer activitiesKeptMonths) {

    public static final int KEPT_FOR_EVER = 0;
    /** A year's reports lead to their activities, and what is compared with the year before can be counted anew. */
    static final int KEPT_MONTHS_MIN = 13;

    static final int KEPT_MONTHS_MAX = 1_200;

    /** Which contacts a service level is a share of. */
    public enum ServiceLevelFormula {
        ALL_IN_TIME("(answered in time + abandoned in time) / (answered + abandoned)"),
        ANSWERED("answered in time / answered"),
        OFFERED("answered in time / (answered + abandoned)"),
        OFFERED_LATE("answered in time / (answered + abandoned later than in time)"),
        SHORT_AS_ANSWERED("(answered in time + short) / (answered + abandoned)"),
        OFFERED_LESS_SHORT("answered in time / (answered + abandoned - short)");

        private final String words;

        ServiceLevelFormula(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final KpiSettings DEFAULT =
            new KpiSettings(5, 20, ServiceLevelFormula.OFFERED_LESS_SHORT, 4 * 3_600, 7, 1, 1, 1, KEPT_FOR_EVER);

    public KpiSettings {
        // Settings that were saved before there was this one.
        activitiesKeptMonths = activitiesKeptMonths == null ? KEPT_FOR_EVER : activitiesKeptMonths;
    }

    /** {@link #KEPT_FOR_EVER} or more than a year. */
    int keptMonths() {
        return activitiesKeptMonths == null ? KEPT_FOR_EVER : activitiesKeptMonths;
    }

    /** One of them by its name outside. */
    Object value(String name) {
        return switch (name) {
            case "short_abandon_seconds" -> shortAbandonSeconds;
            case "service_level_seconds" -> serviceLevelSeconds;
            case "service_level_formula" -> serviceLevelFormula.json();
            case "email_target_seconds" -> emailTargetSeconds;
            case "fcr_window_days" -> fcrWindowDays;
            case "call_weight" -> callWeight;
            case "chat_weight" -> chatWeight;
            case "email_weight" -> emailWeight;
            default -> throw new IllegalArgumentException("no setting " + name);
        };
    }
}
