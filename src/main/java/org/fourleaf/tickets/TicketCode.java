package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A ticket's name among people, {@code ABC-DEFGH-123}: unique in its workspace, never reused, drawn at random so that nobody can count
 * or guess the others. Without vowels, so that no code spells a word.
 */
public record TicketCode(@JsonValue String text) {

    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{3}-[A-Z]{5}-[0-9]{3}");

    public static TicketCode draw() {
        StringBuilder code = new StringBuilder(13);
        letters(code, 3);
        code.append('-');
        letters(code, 5);
        code.append('-');
        for (int i = 0; i < 3; i++) {
            code.append((char) ('0' + RANDOM.nextInt(10)));
        }
        return new TicketCode(code.toString());
    }

    /** As people write it, also in lower case; empty when it has not the shape of a code. */
    public static Optional<TicketCode> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return SHAPE.matcher(upper).matches() ? Optional.of(new TicketCode(upper)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }

    private static void letters(StringBuilder code, int count) {
        for (int i = 0; i < count; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
    }
}
