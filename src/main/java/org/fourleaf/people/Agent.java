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
                createdAt,
                version);
    }

    /** Whether the agent has the one role that may do what cannot be taken back. */
    public boolean isOwner() {
        return role.equals(BuiltInRole.OWNER.stored());
    }
}
