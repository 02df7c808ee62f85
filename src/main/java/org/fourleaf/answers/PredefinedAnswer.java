package org.fourleaf.answers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.tickets.CannedMessage;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer, ready to be sent. Texts are HTML with variables such as {@code {customer.first_name}}.
 *
 * @param language the main one, whose text is {@code html}
 * @param texts in other languages, by language
 * @param uses how often agents took it
 */
public record PredefinedAnswer(
        UUID id,
        String name,
        String keywords,
        String language,
        String html,
        Map<String, String> texts,
        CannedMessage.Scope scope,
        @Nullable UUID department,
        @JsonIgnore @Nullable UUID agent,
        long uses,
        long version) {

    /** A workspace has no more than this. */
    static final int ANSWERS_MAX = 2_000;

    static final int LANGUAGES_MAX = 20;
    static final int HTML_LENGTH_MAX = 100_000;

    /** One of its texts. */
    public record Text(String language, String html) {
        Locale locale() {
            return Locale.forLanguageTag(language);
        }
    }

    public PredefinedAnswer {
        texts = Map.copyOf(texts);
    }

    /** In this language, else in one that differs by its country alone, else in the main one. */
    Text in(@Nullable String wanted) {
        return Optional.ofNullable(wanted)
                .flatMap(this::exactly)
                .or(() ->
                        Optional.ofNullable(wanted).map(PredefinedAnswer::base).flatMap(this::near))
                .orElseGet(() -> new Text(language, html));
    }

    private Optional<Text> exactly(String wanted) {
        if (wanted.equalsIgnoreCase(language)) {
            return Optional.of(new Text(language, html));
        }
        return texts.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(wanted))
                .map(entry -> new Text(entry.getKey(), entry.getValue()))
                .findFirst();
    }

    private Optional<Text> near(String wantedBase) {
        if (base(language).equals(wantedBase)) {
            return Optional.of(new Text(language, html));
        }
        return texts.entrySet().stream()
                .filter(entry -> base(entry.getKey()).equals(wantedBase))
                .min(Map.Entry.comparingByKey())
                .map(entry -> new Text(entry.getKey(), entry.getValue()));
    }

    /** Whether it has a text for those who speak this. */
    boolean speaks(String wanted) {
        return exactly(wanted).or(() -> near(base(wanted))).isPresent();
    }

    private static String base(String language) {
        return language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }
}
