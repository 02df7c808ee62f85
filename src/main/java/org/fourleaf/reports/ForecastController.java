package org.fourleaf.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourleaf.metrics.Figure;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.FigureFilters;
import org.fourleaf.metrics.FigureGroup;
import org.fourleaf.metrics.FigureSums;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.Period;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What will come in by the hour in the next weeks, and how many agents that takes, over HTTP. */
@RestController
@RequestMapping("/api/v1/forecast")
class ForecastController {

    private static final int PAST_WEEKS = 12;
    private static final int WEEKS_MAX = 8;
    private static final int BACKTEST_HOURS = 14 * 24;
    private static final int HOURS_A_WEEK = 7 * 24;
    private static final double HANDLING_SECONDS_MAX = 86_400;
    private static final double GOAL_MAX = 0.9999;
    private static final double TARGET_SECONDS_MAX = 86_400;
    private static final int HOUR_SECONDS = 3_600;

    private static final Map<String, Figure> SUBJECTS = Map.of(
            "created_tickets", Figure.CREATED,
            "incoming_messages", Figure.RECEIVED,
            "incoming_calls", Figure.CALLS_IN,
            "incoming_chats", Figure.CHATS_STARTED);

    /** One hour to come. @param agents needed for the goal, where a handling time is given and the traffic is not beyond counting */
    record ForecastHour(
            Instant from,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer agents) {}

    /** The answer. */
    record ForecastAnswer(
            String subject,
            String timeZone,
            String method,
            int bandPercent,
            Instant pastFrom,
            Instant pastTo,
            Forecast.Backtest backtest,
            List<ForecastHour> hours) {}

    private final Figures figures;
    private final FigureFilters filters;
    private final Clock clock;

    ForecastController(Figures figures, FigureFilters filters, Clock clock) {
        this.figures = figures;
        this.filters = filters;
        this.clock = clock;
    }

    /**
     * @param subject created_tickets, incoming_messages, incoming_calls or incoming_chats
     * @param weeks how far ahead, 1 to 8
     * @param from where the forecast begins, now when not said; what came later is not looked at
     */
    @GetMapping
    ForecastAnswer read(
            Actor by,
            @RequestParam(defaultValue = "created_tickets") String subject,
            @RequestParam(defaultValue = "2") int weeks,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(name = "time_zone", required = false) @Nullable String timeZone,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String department,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String channel,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String tag,
            @RequestParam(name = "aht_seconds", required = false) @Nullable Double ahtSeconds,
            @RequestParam(name = "service_level_goal", defaultValue = "0.8") double goal,
            @RequestParam(name = "target_seconds", defaultValue = "20") double targetSeconds) {
        Figure figure = SUBJECTS.get(subject);
        if (figure == null) {
            throw Refusal.malformed(
                    "subject",
                    "One of "
                            + String.join(
                                    ", ", SUBJECTS.keySet().stream().sorted().toList()) + ".");
        }
        within("weeks", weeks, 1, WEEKS_MAX);
        within("service_level_goal", goal, 0, GOAL_MAX);
        within("target_seconds", targetSeconds, 0, TARGET_SECONDS_MAX);
        if (ahtSeconds != null) {
            within("aht_seconds", ahtSeconds, 1, HANDLING_SECONDS_MAX);
        }
        ZoneId zone = Period.zone(timeZone, figures.zone(by));
        Instant begin = begin(from, zone);
        List<Forecast.Hour> past = past(by, begin, zone, figure, filters.read(by, department, null, channel, tag));
        Forecast forecast = new Forecast(past, zone);
        List<ForecastHour> hours = new ArrayList<>();
        for (int i = 0; i < weeks * HOURS_A_WEEK; i++) {
            Forecast.Expected expected = forecast.at(begin.plus(i, ChronoUnit.HOURS));
            hours.add(new ForecastHour(
                    expected.from(),
                    expected.value(),
                    expected.low(),
                    expected.high(),
                    agents(expected, ahtSeconds, goal, targetSeconds)));
        }
        return new ForecastAnswer(
                subject,
                zone.getId(),
                "mean of the same hour of the week in up to " + Forecast.WEEKS + " weeks before, a week older weighing "
                        + Forecast.FADING
                        + " of the next; band from how far those weeks differed, at least as chance does",
                Forecast.BAND_PERCENT,
                past.getFirst().from(),
                begin,
                Forecast.backtest(past, BACKTEST_HOURS, zone),
                hours);
    }

    private Instant begin(@Nullable String from, ZoneId zone) {
        Instant begin = from == null || from.isBlank() ? clock.instant() : Period.moment("from", from, zone);
        return begin.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    private List<Forecast.Hour> past(Actor by, Instant begin, ZoneId zone, Figure figure, FigureFilter filter) {
        List<TimeSlice> slices =
                new Period(begin.minus(7L * PAST_WEEKS, ChronoUnit.DAYS), begin, zone, Period.By.HOUR).slices();
        Map<FigureGroup, FigureSums> found = figures.read(by, slices, filter, Set.of(), Set.of(), Set.of(figure));
        List<Forecast.Hour> past = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            FigureSums sums = found.get(FigureGroup.ofSlice(i));
            past.add(new Forecast.Hour(slices.get(i).from(), sums == null ? 0 : sums.get(figure)));
        }
        return past;
    }

    private static @Nullable Integer agents(
            Forecast.Expected expected, @Nullable Double ahtSeconds, double goal, double targetSeconds) {
        Double value = expected.value();
        if (ahtSeconds == null || value == null) {
            return null;
        }
        ErlangC.Demand demand = new ErlangC.Demand(value, HOUR_SECONDS, ahtSeconds, targetSeconds);
        if (demand.traffic() > ErlangC.TRAFFIC_MAX) {
            return null;
        }
        return value == 0 ? 0 : ErlangC.fewest(demand, goal, 1).agents();
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw Refusal.malformed(name, "This must be from " + least + " to " + most + ".");
        }
    }
}
