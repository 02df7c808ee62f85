package org.fourleaf.calendars;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calendars for tests, written as in the API. */
final class Calendars {

    static final Map<String, List<List<String>>> NINE_TO_FIVE = Map.of(
            "mon", List.of(List.of("09:00", "17:00")),
            "tue", List.of(List.of("09:00", "17:00")),
            "wed", List.of(List.of("09:00", "17:00")),
            "thu", List.of(List.of("09:00", "17:00")),
            "fri", List.of(List.of("09:00", "17:00")));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Calendars() {}

    /** A week as JSON with single quotes, such as {@code {'mon':[['09:00','17:00']]}}. */
    static BusinessHours of(String zone, String week) {
        return of(zone, week, List.of(), "{}");
    }

    static BusinessHours of(String zone, String week, List<String> holidays, String specialDays) {
        return HoursReading.read(
                        new WrittenHours(
                                zone,
                                days(week),
                                holidays.stream()
                                        .map(WrittenHours.WrittenHoliday::of)
                                        .toList(),
                                days(specialDays)),
                        "")
                .arithmetic();
    }

    private static Map<String, List<List<String>>> days(@Nullable String json) {
        ObjectNode node = (ObjectNode) JSON.readTree(String.valueOf(json).replace('\'', '"'));
        return JSON.convertValue(node, new TypeReference<>() {});
    }
}
