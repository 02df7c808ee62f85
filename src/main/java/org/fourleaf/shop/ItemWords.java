package org.fourleaf.shop;

import java.util.Map;
import java.util.TreeMap;
import org.fourleaf.people.AgentWords;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What an item is called and what is said of it, in one of the languages agents read. Either may be empty: it is then said in another. */
record ItemWords(String name, String text) {

    private static final ItemWords NONE = new ItemWords("", "");

    /** As sent: what is not said is empty. */
    static ItemWords of(@Nullable String name, @Nullable String text) {
        return new ItemWords(
                name == null ? "" : Texts.line(name),
                text == null ? "" : Texts.clean(text).strip());
    }

    /** @throws Refusal malformed for another language than agents read */
    static Map<String, ItemWords> checked(Map<String, ItemWords> said) {
        said.keySet().stream()
                .filter(language -> !AgentWords.UI_LANGUAGES.contains(language))
                .forEach(language -> {
                    throw Refusal.malformed("/texts", "Write in " + String.join(", ", AgentWords.UI_LANGUAGES) + ".");
                });
        return said;
    }

    /** With a name, a text or both put another way in one language. @throws Refusal malformed when the name is blank */
    static Map<String, ItemWords> with(
            Map<String, ItemWords> words, String language, @Nullable String name, @Nullable String text) {
        if (name == null && text == null) {
            return words;
        }
        Map<String, ItemWords> changed = new TreeMap<>(words);
        ItemWords there = words.getOrDefault(language, NONE);
        changed.put(
                language,
                new ItemWords(
                        name == null ? there.name : Texts.name(name, "/name"),
                        text == null ? there.text : Texts.clean(text).strip()));
        return changed;
    }

    /** In a language, else in English, else in the first there is, else as said otherwise. */
    static ItemWords in(Map<String, ItemWords> words, String language, ItemWords otherwise) {
        return new ItemWords(
                first(words, language, otherwise.name, true), first(words, language, otherwise.text, false));
    }

    private static String first(Map<String, ItemWords> words, String language, String otherwise, boolean name) {
        for (String each : new String[] {language, "en"}) {
            ItemWords there = words.getOrDefault(each, NONE);
            String said = name ? there.name : there.text;
            if (!said.isBlank()) {
                return said;
            }
        }
        return new TreeMap<>(words)
                .values().stream()
                        .map(there -> name ? there.name : there.text)
                        .filter(said -> !said.isBlank())
                        .findFirst()
                        .orElse(otherwise);
    }
}
