package org.fourleaf.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourleaf.tickets.TicketCard;
import org.jspecify.annotations.Nullable;

/**
 * Whether a department has more waiting than those present clear in a day, and where it is going.
 *
 * <p>A day's work = resolved ÷ agent-days, over the last {@value #DAYS} whole days (UTC); an agent-day is a day on which an agent resolved
 * at least one ticket here. What is cleared today = a day's work × agents online for tickets who solve here. Overloaded when the backlog,
 * new and open, is larger. Without history there is no day's work and no warning.
 *
 * <p>Forecast: from today's backlog on, each day adds what came and takes away what was resolved on that weekday, on average of the same
 * {@value #DAYS} days. Over its limit on the first day whose backlog is more than all solvers clear in one.
 *
 * @param perAgentDay none without history
 * @param clearsPerDay none without history
 * @param arrivesPerDay tickets created, on average
 * @param daysToClear at today's rates; none when more comes than goes
 * @param overOn the first day forecast to be over the limit; none within the next {@value #DAYS_AHEAD}
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
        String formula,
        long arrived,
        double arrivesPerDay,
        @Nullable Double daysToClear,
        List<Ahead> forecast,
        @Nullable LocalDate overOn) {

    /** A day to come. @param backlog at its end @param over more than all solvers clear in a day */
    record Ahead(LocalDate date, double arrives, double clears, double backlog, boolean over) {}

    static final int DAYS = 28;
    static final int DAYS_AHEAD = 7;
    private static final int WEEKS = DAYS / 7;
    private static final String FORMULA = "overloaded = backlog > resolved / agent_days * present";

    Workload {
        forecast = List.copyOf(forecast);
    }

    /** @param week what came and was resolved on each weekday from tomorrow's on, over all weeks counted */
    static Workload of(
            TicketCard.Named department,
            WorkloadStore.Counted counted,
            List<WorkloadStore.Weekday> week,
            LocalDate today) {
        @Nullable Double perDay = counted.agentDays() == 0 ? null : (double) counted.resolved() / counted.agentDays();
        @Nullable Double clears = perDay == null ? null : perDay * counted.present();
        double arrives = (double) counted.arrived() / DAYS;
        List<Ahead> forecast = forecast(counted, week, perDay, today);
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
                FORMULA,
                counted.arrived(),
                arrives,
                clears == null || clears <= arrives ? null : counted.backlog() / (clears - arrives),
                forecast,
                forecast.stream()
                        .filter(Ahead::over)
                        .map(Ahead::date)
                        .findFirst()
                        .orElse(null));
    }

    private static List<Ahead> forecast(
            WorkloadStore.Counted counted, List<WorkloadStore.Weekday> week, @Nullable Double perDay, LocalDate today) {
        List<Ahead> days = new ArrayList<>();
        double backlog = counted.backlog();
        for (int i = 0; i < DAYS_AHEAD; i++) {
            double arrives = (double) week.get(i).arrived() / WEEKS;
            double clears = (double) week.get(i).resolved() / WEEKS;
            backlog = Math.max(0, backlog + arrives - clears);
            boolean over = perDay != null && backlog > perDay * counted.solvers();
            days.add(new Ahead(today.plusDays(i + 1L), arrives, clears, backlog, over));
        }
        return days;
    }
}
