package org.fourleaf.departments;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department as everybody sees it.
 *
 * @param reopenDays how long a customer's reply reopens a resolved ticket, in days; 0 never, none for ever
 */
public record Department(
        UUID id,
        String name,
        @Nullable String description,
        DepartmentAccess access,
        @Nullable String signatureHtml,
        @Nullable Integer reopenDays,
        boolean isDefault,
        List<Member> members,
        long version) {

    /** One agent's place in the department. @param solves gets tickets from To solve here */
    public record Member(AgentName agent, DepartmentRole role, boolean solves) {}

    /** An agent as lists name them. */
    public record AgentName(UUID id, String email, String name) {}

    public Department {
        members = List.copyOf(members);
    }
}
