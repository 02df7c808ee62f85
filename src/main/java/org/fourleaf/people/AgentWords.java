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

    private static String oneOf(List<String> words, String word, String pointer) {
        if (!words.contains(word)) {
            throw Refusal.malformed(pointer, "This must be one of " + String.join(", ", words) + ".");
        }
        return word;
    }
}
