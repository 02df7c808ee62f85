package org.fourleaf.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers customers.
 *
 * @param alias the name customers see, none to show the real one
 * @param role the role's name
 * @param language of the user interface
 * @param languages the agent can answer in
 * @param active false once deactivated; nobody is ever deleted
 * @param erasedAt when who they were was taken away, none of nearly all
 */
public record Agent(
        UUID id,
        String email,
        String name,
        @Nullable String alias,
        String role,
        String language,
        String theme,
        @Nullable String timeZone,
        @Nullable String signatureHtml,
        List<String> languages,
        List<String> skills,
        boolean active,
        @Nullable Instant erasedAt,
        Instant createdAt,
        long version) {

    public Agent {
        languages = List.copyOf(languages);
        skills = List.copyOf(skills);
    }

    /** As a list or another subject names the agent. */
    public PersonName named() {
        return new PersonName(id, email, name);
    }

    /** What a customer is shown. */
    public String nameForCustomers() {
        return alias == null ? name : alias;
    }

    Agent deactivated() {
        return new Agent(
                id,
                email,
                name,
                alias,
                role,
                language,
                theme,
                timeZone,
                signatureHtml,
                languages,
                skills,
                false,
                erasedAt,
                createdAt,
                version);
    }

    Agent withName(String called) {
        return new Agent(
                id,
                email,
                called,
                alias,
                role,
                language,
                theme,
                timeZone,
                signatureHtml,
                languages,
                skills,
                active,
                erasedAt,
                createdAt,
                version);
    }

    Agent withSkills(List<String> listed) {
        return new Agent(
                id,
                email,
                name,
                alias,
                role,
                language,
                theme,
                timeZone,
                signatureHtml,
                languages,
                listed,
                active,
                erasedAt,
                createdAt,
                version);
    }

    /** Nobody any more: under a neutral word and an address that can't be one. The row stays, and with it all that points to it. */
    Agent erased(String word, String plainRole, Instant at) {
        return new Agent(
                id,
                "erased-" + id + "@erased.invalid",
                word,
                null,
                plainRole,
                language,
                AgentWords.THEMES.getFirst(),
                null,
                null,
                List.of(),
                List.of(),
                false,
                at,
                createdAt,
                version);
    }

    /** Whether the agent has the one role that may do what cannot be taken back. */
    public boolean isOwner() {
        return role.equals(BuiltInRole.OWNER.stored());
    }
}
