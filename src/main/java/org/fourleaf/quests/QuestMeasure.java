package org.fourleaf.quests;

import java.time.LocalDate;
import java.util.List;
import org.fourleaf.boards.BoardSpan;
import org.fourleaf.boards.Standing;
import org.fourleaf.boards.Standings;
import org.fourleaf.game.Days;
import org.fourleaf.game.QualityGate;

/**
 * A figure that a step asks for: so much or so little of a metric over some days, today the last of them. It stands as long as it is so.
 *
 * @param metric points, or one of badges that compares
 * @param value in the metric's unit
 * @param window its days before the quest, or before the period of one that repeats, don't count
 * @param minimumSample so many activities at least, where it is made of some
 */
record QuestMeasure(String metric, QualityGate.Op op, double value, BoardSpan window, int minimumSample) {

    static final int SAMPLE_MAX = 100_000;
    static final double VALUE_MAX = 1e9;
    static final List<BoardSpan> WINDOWS = List.of(
            BoardSpan.TODAY, BoardSpan.WEEK, BoardSpan.DAYS_7, BoardSpan.DAYS_30, BoardSpan.SEASON, BoardSpan.ALL_TIME);

    boolean isMet(Standing standing) {
        return new QualityGate(metric, op, value).passes(standing.value())
                && (!sampled() || standing.sample() >= minimumSample);
    }

    boolean sampled() {
        return Standings.measure(metric).map(Standings.Measure::sampled).orElse(false);
    }

    String unit() {
        return Standings.measure(metric).map(Standings.Measure::unit).orElse("count");
    }

    /** Those that count on a day. @param earliest the first that may */
    Days days(LocalDate day, LocalDate earliest) {
        Days days = window.days(day);
        return days.from().isBefore(earliest) ? new Days(earliest, days.to()) : days;
    }
}
