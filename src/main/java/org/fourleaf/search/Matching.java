package org.fourleaf.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes words as a question to PostgreSQL: a tsquery as text. */
final class Matching {

    private Matching() {}

    /** Any of them. */
    static @Nullable String any(List<String> questions) {
        return joined(questions, " | ");
    }

    /** All of them. */
    static @Nullable String all(List<String> questions) {
        return joined(questions, " & ");
    }

    static @Nullable String anyWord(Set<String> lexemes) {
        return any(lexemes.stream().map(Matching::quoted).toList());
    }

    static String not(String question) {
        return "!(" + question + ")";
    }

    /** Every way a document may hold the word: as typed, or bent otherwise. A stem that is a word itself is kept as that word only. */
    static Set<String> forms(WordForms forms) {
        Set<String> lexemes = new LinkedHashSet<>();
        lexemes.add(forms.text());
        bent(lexemes, forms.english());
        bent(lexemes, forms.lithuanian());
        bent(lexemes, forms.greek());
        return lexemes;
    }

    /** The same of a word marked as standing in a certain place. */
    static Set<String> markedForms(String mark, WordForms forms) {
        Set<String> lexemes = new LinkedHashSet<>();
        lexemes.add(mark + forms.text());
        forms.english().forEach(stem -> lexemes.add(mark + stem));
        forms.lithuanian().forEach(stem -> lexemes.add(mark + stem));
        forms.greek().forEach(stem -> lexemes.add(mark + stem));
        return lexemes;
    }

    /** All words of a text in a marked place, in any order. */
    static @Nullable String marked(String mark, List<Word> words) {
        return all(asked(words).stream()
                .map(word -> anyWord(markedForms(mark, word.forms())))
                .filter(Objects::nonNull)
                .map(question -> "(" + question + ")")
                .toList());
    }

    /** These words next to each other, as written. @param last what may stand in the place of the last word */
    static @Nullable String phrase(List<Word> words, Function<Word, Set<String>> last) {
        List<Word> signs = words.stream()
                .filter(word -> !word.forms().ideographic()
                        || word.text().codePointCount(0, word.text().length()) == 1)
                .toList();
        StringBuilder question = new StringBuilder();
        @Nullable Word before = null;
        for (Word word : signs) {
            if (before != null) {
                question.append(" <").append(word.place() - before.place()).append("> ");
            }
            Set<String> lexemes = word.equals(signs.getLast()) ? last.apply(word) : Set.of(word.text());
            question.append('(').append(anyWord(lexemes)).append(')');
            before = word;
        }
        return question.isEmpty() ? null : question.toString();
    }

    /** Of signs without spaces the pairs; a single sign only where it stands alone. */
    static List<Word> asked(List<Word> words) {
        List<Word> asked = new ArrayList<>();
        for (Word word : words) {
            boolean inPair = word.forms().ideographic()
                    && words.stream()
                            .anyMatch(other -> !other.equals(word)
                                    && other.forms().ideographic()
                                    && other.start() <= word.start()
                                    && other.end() >= word.end());
            if (!inPair) {
                asked.add(word);
            }
        }
        return asked;
    }

    static String quoted(String lexeme) {
        StringBuilder text = new StringBuilder(lexeme.length() + 2);
        WordVector.quote(text, lexeme);
        return text.toString();
    }

    private static void bent(Set<String> lexemes, List<String> stems) {
        for (String stem : stems) {
            lexemes.add(stem);
            lexemes.add(WordForms.unmarked(stem));
        }
    }

    private static @Nullable String joined(List<String> questions, String by) {
        return questions.isEmpty()
                ? null
                : questions.size() == 1
                        ? questions.getFirst()
                        : questions.stream()
                                .map(question -> "(" + question + ")")
                                .collect(Collectors.joining(by));
    }
}
