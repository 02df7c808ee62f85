package org.fourleaf.wall;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourleaf.platform.log.ActivityKind;
import org.jspecify.annotations.Nullable;

/** What an entry tells of. Codes are stored. */
enum WallKind {
    BADGE(1),
    LEVEL(2),
    CONTEST(3),
    QUEST(4),
    KUDOS(5),
    PRAISE(6);

    private static final Map<ActivityKind, WallKind> BY_ACTIVITY = Map.of(
            ActivityKind.BADGE_AWARDED, BADGE,
            ActivityKind.LEVEL_REACHED, LEVEL,
            ActivityKind.CONTEST_FINALISED, CONTEST,
            ActivityKind.QUEST_COMPLETED, QUEST,
            ActivityKind.KUDOS_GIVEN, KUDOS,
            ActivityKind.PRAISE_GIVEN, PRAISE);

    /** What takes an entry away again. */
    private static final Map<ActivityKind, WallKind> TAKEN_BY = Map.of(
            ActivityKind.QUEST_UNDONE, QUEST,
            ActivityKind.KUDOS_WITHDRAWN, KUDOS,
            ActivityKind.PRAISE_WITHDRAWN, PRAISE);

    private final int code;

    WallKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static WallKind ofCode(int code) {
        return values()[code - 1];
    }

    static Set<ActivityKind> activities() {
        Set<ActivityKind> activities = EnumSet.copyOf(BY_ACTIVITY.keySet());
        activities.addAll(TAKEN_BY.keySet());
        return activities;
    }

    static Optional<WallKind> takenBy(ActivityKind activity) {
        return Optional.ofNullable(TAKEN_BY.get(activity));
    }

    /** What a line calls that which was won. */
    String subject() {
        return this == PRAISE ? "note" : json();
    }

    static Optional<WallKind> of(ActivityKind activity) {
        return Optional.ofNullable(BY_ACTIVITY.get(activity));
    }

    static @Nullable WallKind named(String name) {
        for (WallKind kind : values()) {
            if (kind.json().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    static String names() {
        return java.util.Arrays.stream(values()).map(WallKind::json).collect(Collectors.joining(", "));
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
