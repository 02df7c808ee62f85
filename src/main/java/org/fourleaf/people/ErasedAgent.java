package org.fourleaf.people;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An agent who is being erased.
 *
 * @param word what they are called from now on
 * @param names they had, in full
 * @param addresses they had
 */
public record ErasedAgent(UUID agent, String word, List<String> names, List<String> addresses) {

    private static final Pattern NO_LETTER = Pattern.compile("[\\x00-\\x7f&&[^A-Za-z0-9 ]]");

    public ErasedAgent {
        names = List.copyOf(names);
        addresses = List.copyOf(addresses);
    }

    /** Whatever they were called, as a pattern of PostgreSQL. Never a part of a name, which may be anybody's. */
    String named() {
        return Stream.concat(addresses.stream(), names.stream())
                .map(word -> NO_LETTER.matcher(word).replaceAll("\\\\$0"))
                .collect(Collectors.joining("|", "\\m(", ")\\M"));
    }

    /** In the language of the workspace. */
    static String word(String language) {
        return switch (language) {
            case "lt" -> "Ištrintas darbuotojas";
            case "el" -> "Διαγραμμένος χειριστής";
            case "zh" -> "已抹除的客服人员";
            default -> "Erased agent";
        };
    }
}
