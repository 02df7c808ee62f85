package org.fourleaf.routing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket asks of whoever answers it: the customer's language, and those of its tags that are a skill of somebody in the
 * department. What nobody in the department has, there or not, is not asked for: else the ticket would wait for ever.
 */
record TicketNeeds(UUID ticket, @Nullable String language, List<String> tags) {

    TicketNeeds {
        tags = List.copyOf(tags);
    }

    /** What the members of a department have altogether. */
    record Offered(Set<String> languages, Set<String> skills) {

        static Offered by(Collection<FreeAgent> members) {
            Set<String> languages = new HashSet<>();
            Set<String> skills = new HashSet<>();
            members.forEach(member -> {
                languages.addAll(keys(member.languages()));
                skills.addAll(keys(member.skills()));
            });
            return new Offered(languages, skills);
        }
    }

    boolean metBy(FreeAgent agent, Offered department) {
        String spoken = language == null ? "" : key(language);
        boolean speaks = !department.languages.contains(spoken)
                || keys(agent.languages()).contains(spoken);
        Set<String> needed = keys(tags);
        needed.retainAll(department.skills);
        return speaks && keys(agent.skills()).containsAll(needed);
    }

    private static Set<String> keys(Collection<String> words) {
        Set<String> keys = new HashSet<>();
        words.forEach(word -> keys.add(key(word)));
        return keys;
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
