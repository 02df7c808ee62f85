package org.fourleaf.search;

import java.util.List;

/**
 * A word without case and diacritics, and what it is bent from in the languages it may belong to. A stem is marked by its language
 * ({@code e=print}), so that it never meets a word of another.
 *
 * @param parts the pieces of one like {@code example.org}, none of a plain word
 * @param english the English stem, marked
 * @param lithuanian the Lithuanian stems, marked: of the word as written, and as it is typed without diacritics
 * @param greek the Greek stems, marked
 * @param tells which languages it tells of: a small word, a letter of theirs
 * @param ideographic a sign, or a pair of signs, of a script without spaces
 */
record WordForms(
        String text,
        List<String> parts,
        List<String> english,
        List<String> lithuanian,
        List<String> greek,
        Languages tells,
        boolean ideographic) {

    static final String ENGLISH = "e=";
    static final String LITHUANIAN = "l=";
    static final String GREEK = "g=";

    WordForms {
        parts = List.copyOf(parts);
        english = List.copyOf(english);
        lithuanian = List.copyOf(lithuanian);
        greek = List.copyOf(greek);
    }

    static WordForms sign(String text) {
        return new WordForms(text, List.of(), List.of(), List.of(), List.of(), Languages.NONE, true);
    }

    /** A stem without its mark. */
    static String unmarked(String stem) {
        return stem.substring(ENGLISH.length());
    }
}
