package org.fourleaf.people;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourleaf.platform.database.WordPattern;

/**
 * An agent who is being erased.
 *
 * @param word what they are called from now on
 * @param names they had, in full
 * @param addresses they had
 */
public record ErasedAgent(UUID agent, String word, List<String> names, List<String> addresses) {

    public ErasedAgent {
        names = List.copyOf(names);
        addresses = List.copyOf(addresses);
    }

    /** Whatever they were called, as a pattern of PostgreSQL. Never a part of a name, which may be anybody's. */
    String named() {
        return WordPattern.of(Stream.concat(addresses.stream(), names.stream()).toList());
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
