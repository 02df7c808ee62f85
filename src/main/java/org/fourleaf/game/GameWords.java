package org.fourleaf.game;

import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fourleaf.people.AgentWords;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What a thing of the game is called and what it is for, in one language. */
public record GameWords(String name, String text) {

    public static final int TEXT_LENGTH_MAX = 500;
    public static final int LANGUAGES_MAX = 10;

    /** What is sent of one language. */
    public record Said(
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable @Size(max = TEXT_LENGTH_MAX) String text) {}

    /** What is blank is said by others. */
    public GameWords or(GameWords others) {
        return new GameWords(name.isBlank() ? others.name : name, text.isBlank() ? others.text : text);
    }

    /** By language. @throws Refusal malformed, of a language nobody reads */
    public static Map<String, GameWords> of(Map<String, Said> texts) {
        Map<String, GameWords> words = new LinkedHashMap<>();
        texts.forEach((language, said) -> {
            if (!AgentWords.UI_LANGUAGES.contains(language)) {
                throw Refusal.malformed("/texts", "Write in " + String.join(", ", AgentWords.UI_LANGUAGES) + ".");
            }
            words.put(
                    language,
                    new GameWords(
                            said.name == null ? "" : Texts.line(said.name),
                            said.text == null ? "" : Texts.line(said.text)));
        });
        return words;
    }
}
