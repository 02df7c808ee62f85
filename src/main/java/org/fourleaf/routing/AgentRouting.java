package org.fourleaf.routing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one agent gets work.
 *
 * @param onlyToSolve answers only tickets that To solve or an offer gave them
 * @param ticketsMax waiting tickets they hold at most before routing passes them by; none: as the department or workspace says
 */
record AgentRouting(
        UUID agent,
        boolean onlyToSolve,
        @Nullable Integer ticketsMax,
        @Nullable Integer chatsMax,
        @Nullable Integer callsMax,
        long version) {

    static AgentRouting plain(UUID agent) {
        return new AgentRouting(agent, false, null, null, null, 1);
    }
}
