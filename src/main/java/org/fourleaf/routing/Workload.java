package org.fourleaf.routing;

import org.fourleaf.tickets.TicketCard;
import org.jspecify.annotations.Nullable;

/**
 * Whether a department has more waiting than those present clear in a day.
 *
 * <p>A day's work = resolved ÷ agent-days, over the last {@value #DAYS} whole days (UTC); an agent-day is a day on which an agent resolved
 * at least one ticket here. What is cleared today = a day's work × agents online for tickets who solve here. Overloaded when the backlog,
 * new and open, is larger. Without history there is no day's work and no warning.
 *
 * @param perAgentDay none without history
 * @param clearsPerDay none without history
 */
record Workload(
        TicketCard.Named department,
        long backlog,
        long resolved,
        long agentDays,
        int days,
        long solvers,
        long present,
        @Nullable Double perAgentDay,
        @Nullable Double clearsPerDay,
        boolean overloaded,
        String formula) {

    static final int DAYS = 28;
    private static final String FORMULA = "overloaded = backlog > resolved / agent_days * present";

    static Workload of(TicketCard.Named department, WorkloadStore.Counted counted) {
        @Nullable Double perDay = counted.agentDays() == 0 ? null : (double) counted.resolved() / counted.agentDays();
        @Nullable Double clears = perDay == null ? null : perDay * counted.present();
        return new Workload(
                department,
                counted.backlog(),
                counted.resolved(),
                counted.agentDays(),
                DAYS,
                counted.solvers(),
                counted.present(),
                perDay,
                clears,
                clears != null && counted.backlog() > clears,
                FORMULA);
    }
}
