package org.fourleaf.conditions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For whom and when a condition is asked: what "me", "my departments" and "older than" mean.
 *
 * @param me none for a rule or the clock
 * @param departments those one is a member of
 */
public record Viewer(@Nullable UUID me, List<UUID> departments, Instant now) {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    static final String ME = "me";
    static final String NOBODY = "none";
    static final String MINE = "mine";

    public Viewer {
        departments = List.copyOf(departments);
    }

    Instant ago(String seconds) {
        return now.minus(Duration.ofSeconds(Long.parseLong(seconds)));
    }

    Instant ahead(String seconds) {
        return now.plus(Duration.ofSeconds(Long.parseLong(seconds)));
    }

    /** Those that are ids at all; the others are words. */
    static List<UUID> idsAmong(List<String> values) {
        return values.stream()
                .<UUID>mapMulti((value, ids) -> {
                    if (isId(value)) {
                        ids.accept(UUID.fromString(value));
                    }
                })
                .toList();
    }

    static boolean isId(String value) {
        return ID.matcher(value).matches();
    }

    /** The ids among the values, with one's own in place of the words for it. */
    List<UUID> ids(List<String> values) {
        return values.stream()
                .filter(value -> !value.equals(NOBODY))
                .<UUID>mapMulti((value, ids) -> {
                    if (value.equals(ME)) {
                        if (me != null) {
                            ids.accept(me);
                        }
                    } else if (value.equals(MINE)) {
                        departments.forEach(ids);
                    } else {
                        ids.accept(UUID.fromString(value));
                    }
                })
                .toList();
    }
}
