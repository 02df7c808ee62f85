package org.fourleaf.ratings;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What customers read under mails and on the pages behind them, in one language; from {@code /feedback/<language>.properties}. */
final class FeedbackWords {

    static final List<String> LANGUAGES = List.of("en", "lt", "el", "zh");
    private static final String USUAL = "en";

    private static final Map<String, FeedbackWords> ALL = read();

    private final String language;
    private final Properties words;

    private FeedbackWords(String language, Properties words) {
        this.language = language;
        this.words = words;
    }

    /** In the nearest of our languages: {@code zh-TW} reads {@code zh}, what we do not speak reads English. */
    static FeedbackWords of(@Nullable String language) {
        return Objects.requireNonNull(ALL.get(known(language) ? ours(language) : USUAL));
    }

    static boolean known(@Nullable String language) {
        return language != null && ALL.containsKey(ours(language));
    }

    /** The first of a reader's languages that we speak. */
    static FeedbackWords of(@Nullable String customers, java.util.Enumeration<Locale> browsers) {
        if (known(customers)) {
            return of(customers);
        }
        return of(Collections.list(browsers).stream()
                .map(Locale::getLanguage)
                .filter(FeedbackWords::known)
                .findFirst()
                .orElse(USUAL));
    }

    private static String ours(@Nullable String language) {
        return language == null ? USUAL : language.toLowerCase(Locale.ROOT).replaceAll("[-_].*", "");
    }

    String language() {
        return language;
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** @throws IllegalArgumentException when nobody wrote it */
    String say(String key) {
        String said = words.getProperty(key);
        if (said == null) {
            throw new IllegalArgumentException("no words " + key + " in " + language);
        }
        return said;
    }

    /** With {@code {name}} filled in. */
    String say(String key, String name, String value) {
        return say(key).replace("{" + name + "}", value);
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }

    private static Map<String, FeedbackWords> read() {
        Map<String, FeedbackWords> all = new HashMap<>();
        for (String language : LANGUAGES) {
            Properties words = new Properties();
            try (Reader file = new InputStreamReader(
                    Objects.requireNonNull(
                            FeedbackWords.class.getResourceAsStream("/feedback/" + language + ".properties")),
                    StandardCharsets.UTF_8)) {
                words.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            all.put(language, new FeedbackWords(language, words));
        }
        return Map.copyOf(all);
    }
}
