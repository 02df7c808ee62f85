package org.fourleaf.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.fourleaf.platform.Refusal;

/** The words an agent's settings are made of. */
public final class AgentWords {

    static final List<String> THEMES = List.of("system", "light", "dark");
    public static final List<String> UI_LANGUAGES = List.of("en", "lt", "el", "zh");

    private AgentWords() {}

    static String theme(String theme) {
        return oneOf(THEMES, theme, "/theme");
    }

    public static String uiLanguage(String language, String pointer) {
        return oneOf(UI_LANGUAGES, language, pointer);
    }

    /** @throws Refusal malformed when no such zone is known */
    public static String timeZone(String zone, String pointer) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw Refusal.malformed(pointer, "This must be a time zone such as Europe/Vilnius.");
        }
    }

    /** One of a place, whose offset is the same for all who look: days and quarters of an hour are counted by it. */
    static String placesTimeZone(String zone, String pointer) {
        String known = timeZone(zone, pointer);
        if (!ZoneId.getAvailableZoneIds().contains(known)) {
            throw Refusal.malformed(pointer, "This must be the time zone of a place, such as Europe/Vilnius.");
        }
        return known;
    }

    private static String oneOf(List<String> words, String word, String pointer) {
        if (!words.contains(word)) {
            throw Refusal.malformed(pointer, "This must be one of " + String.join(", ", words) + ".");
        }
        return word;
    }
}
