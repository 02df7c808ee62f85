package org.fourleaf.slas;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.fourleaf.platform.Refusal;
import org.fourleaf.tickets.Priority;
import org.jspecify.annotations.Nullable;

/** How many open seconds each promise allows, for each priority; nothing where nothing is promised. */
public record Targets(
        @Nullable Each firstAnswer,
        @Nullable Each nextAnswer,
        @Nullable Each firstAssign,
        @Nullable Each firstResolve,
        @Nullable Each chatPickup,
        @Nullable Each callPickup) {

    static final long SECONDS_MAX = Duration.ofDays(366).toSeconds();

    /** One promise, in seconds of business hours. */
    @Schema(name = "SlaTarget")
    public record Each(
            @Nullable Long low,
            @Nullable Long normal,
            @Nullable Long high,
            @Nullable Long urgent) {

        @Nullable
        Long of(Priority priority) {
            return switch (priority) {
                case LOW -> low;
                case NORMAL -> normal;
                case HIGH -> high;
                case URGENT -> urgent;
            };
        }

        boolean isNothing() {
            return low == null && normal == null && high == null && urgent == null;
        }
    }

    @Nullable
    Each of(ClockType type) {
        return switch (type) {
            case FIRST_ANSWER -> firstAnswer;
            case NEXT_ANSWER -> nextAnswer;
            case FIRST_ASSIGN -> firstAssign;
            case FIRST_RESOLVE -> firstResolve;
            case CHAT_PICKUP -> chatPickup;
            case CALL_PICKUP -> callPickup;
        };
    }

    @Nullable
    Long of(ClockType type, Priority priority) {
        Each each = of(type);
        return each == null ? null : each.of(priority);
    }

    /** @throws Refusal invalid, pointing to what is out of bounds, or when nothing at all is promised */
    void check() {
        boolean promises = false;
        for (ClockType type : ClockType.values()) {
            for (Priority priority : Priority.values()) {
                Long seconds = of(type, priority);
                if (seconds != null && (seconds < 1 || seconds > SECONDS_MAX)) {
                    throw Refusal.invalid(
                            "/targets/" + type.json() + "/" + priority.json(),
                            "Seconds from 1 to " + SECONDS_MAX + ", or nothing.");
                }
                promises |= seconds != null;
            }
        }
        if (!promises) {
            throw Refusal.invalid("/targets", "A level promises something: give at least one target.");
        }
    }
}
