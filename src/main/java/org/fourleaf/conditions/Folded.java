package org.fourleaf.conditions;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A text as it is compared: the database's {@code lower(upper(…))}, character by character, so that Σ, σ and ς are one, and without the
 * accents of {@link #SQL}.
 */
final class Folded {

    /** The same of a column; {@code %s} stands for it. */
    static final String SQL = "regexp_replace(normalize(lower(upper(%s)), NFD), '[\\u0300-\\u036f]', '', 'g')";

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
    private static final int LAST_OF_ASCII = 127;

    private Folded() {}

    static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        return folded.chars().allMatch(c -> c <= LAST_OF_ASCII)
                ? folded.toString()
                : ACCENTS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD))
                        .replaceAll("");
    }
}
