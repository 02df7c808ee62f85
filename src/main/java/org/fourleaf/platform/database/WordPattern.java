package org.fourleaf.platform.database;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds any of some words as a regular expression of PostgreSQL: whole words, whatever signs are in them. */
public final class WordPattern {

    private static final Pattern NO_LETTER = Pattern.compile("[\\x00-\\x7f&&[^A-Za-z0-9 ]]");
    private static final String NEVER = "a^";

    private WordPattern() {}

    /** Of no words one that finds nothing. */
    public static String of(Collection<String> words) {
        return words.isEmpty()
                ? NEVER
                : words.stream()
                        .map(word -> NO_LETTER.matcher(word).replaceAll("\\\\$0"))
                        .collect(Collectors.joining("|", "\\m(", ")\\M"));
    }
}
