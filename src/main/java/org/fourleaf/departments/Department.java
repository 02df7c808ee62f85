package org.fourleaf.departments;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department as everybody sees it.
 *
 * @param reopenDays how long a customer's reply reopens a resolved ticket, in days; 0 never, none for ever
 * @param toSolve whether To solve takes tickets here
 * @param capacity how many waiting tickets each member holds at most before routing passes them by; none: the workspace's number
 * @param mailbox its answers are sent from; none: the one a ticket came to
 * @param senderName what customers read as the sender; none: the mailbox's
 * @param rating whether customers are asked how it was
 */
public record Department(
        UUID id,
        String name,
        @Nullable String description,
        DepartmentAccess access,
        @Nullable String signatureHtml,
        @Nullable Integer reopenDays,
        boolean isDefault,
        boolean toSolve,
        SolveOrder solveOrder,
        RoutingMode routing,
        @Nullable Integer capacity,
        @Nullable UUID mailbox,
        @Nullable String senderName,
        AfterTalk afterChat,
        AfterTalk afterCall,
        boolean rating,
        List<Member> members,
        long version) {

    /**
     * One agent's place in the department.
     *
     * @param solves gets tickets from To solve and routing here
     * @param channels served here
     * @param signatureHtml under the agent's answers from here; none: the agent's own and the department's
     */
    public record Member(
            AgentName agent,
            DepartmentRole role,
            boolean solves,
            List<ServedChannel> channels,
            @Nullable String signatureHtml) {

        public Member {
            channels = List.copyOf(channels);
        }
    }

    /** An agent as lists name them. */
    public record AgentName(UUID id, String email, String name) {}

    public Department {
        members = List.copyOf(members);
    }

    /** What an agent signs with here and nowhere else. */
    public @Nullable String signatureOf(UUID agent) {
        return members.stream()
                .filter(member -> member.agent.id.equals(agent))
                .findFirst()
                .map(Member::signatureHtml)
                .orElse(null);
    }

    /** A lead manages the members, and nobody else without the permission. */
    public boolean isLedBy(@Nullable UUID agent) {
        return members.stream().anyMatch(member -> member.agent.id.equals(agent) && member.role == DepartmentRole.LEAD);
    }
}
