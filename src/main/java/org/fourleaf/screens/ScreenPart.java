package org.fourleaf.screens;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** What a screen may show. Names are stored. */
enum ScreenPart {
    QUEUES,
    SERVICE,
    LEADERS,
    CONTESTS,
    WALL;

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Unknown names of a later version are left out. */
    static List<ScreenPart> named(List<String> names) {
        return List.of(values()).stream()
                .filter(part -> names.contains(part.json()))
                .toList();
    }
}
