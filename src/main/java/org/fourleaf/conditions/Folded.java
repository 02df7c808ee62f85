package org.fourleaf.conditions;

/** A text as "contains" compares it: the database's {@code lower(upper(…))}, character by character, so that Σ, σ and ς are one. */
final class Folded {

    private Folded() {}

    static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
