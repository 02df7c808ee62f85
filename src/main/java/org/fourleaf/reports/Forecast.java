package org.fourleaf.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What will come in by the hour, from what came in the same hour of the week before: the mean of up to {@value #WEEKS} weeks, a week older
 * weighing {@value #FADING} of the next. Its band is where four of five such hours should fall: as wide as those weeks differed, and at
 * least as chance makes counts differ. Nothing else is assumed, no trend and no holidays; a backtest says how far off that was.
 */
final class Forecast {

    static final int WEEKS = 8;
    static final double FADING = 0.85;
    static final int BAND_PERCENT = 80;

    /** Of a normal distribution, for the band. */
    private static final double BAND_WIDTH = 1.2816;

    private static final int HOURS_OF_WEEK = 168;

    /** What came in an hour. */
    record Hour(Instant from, long n) {}

    /** An hour to come. @param value none where no week before tells of it */
    record Expected(
            Instant from,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high) {}

    /**
     * How the method would have done on weeks whose end is known, told by the weeks before them.
     *
     * @param wapePercent the sum of how far each hour was off, over the sum of what came
     * @param lastWeekWapePercent the same of saying "as last week"
     * @param inBandPercent of hours that fell into the band, {@value #BAND_PERCENT} being meant
     */
    record Backtest(
            int hours,
            @Nullable Double meanAbsoluteError,
            @Nullable Double wapePercent,
            @Nullable Double lastWeekWapePercent,
            @Nullable Double inBandPercent) {}

    private final ZoneId zone;
    private final Map<Integer, List<Hour>> byHourOfWeek = new HashMap<>();

    /** @param past in order, without gaps; what is before the first hour with anything in it is no past */
    Forecast(List<Hour> past, ZoneId zone) {
        this.zone = zone;
        boolean begun = false;
        for (Hour hour : past) {
            begun |= hour.n > 0;
            if (begun) {
                byHourOfWeek
                        .computeIfAbsent(hourOfWeek(hour.from), made -> new ArrayList<>())
                        .add(hour);
            }
        }
    }

    Expected at(Instant hour) {
        List<Hour> known = byHourOfWeek.getOrDefault(hourOfWeek(hour), List.of());
        double weights = 0;
        double sum = 0;
        double squares = 0;
        double weight = 1;
        int used = 0;
        for (int i = known.size() - 1; i >= 0 && used < WEEKS; i--) {
            if (known.get(i).from.isBefore(hour)) {
                double n = known.get(i).n;
                weights += weight;
                sum += weight * n;
                squares += weight * n * n;
                weight *= FADING;
                used++;
            }
        }
        if (used == 0) {
            return new Expected(hour, null, null, null);
        }
        double mean = sum / weights;
        double spread = Math.max(0, squares / weights - mean * mean) * used / Math.max(1, used - 1);
        double half = BAND_WIDTH * Math.sqrt(Math.max(spread, mean));
        return new Expected(hour, mean, Math.max(0, mean - half), mean + half);
    }

    static Backtest backtest(List<Hour> past, int testedHours, ZoneId zone) {
        int from = Math.max(0, past.size() - testedHours);
        Forecast before = new Forecast(past.subList(0, from), zone);
        int hours = 0;
        int inBand = 0;
        double off = 0;
        double offLastWeek = 0;
        double came = 0;
        for (Hour hour : past.subList(from, past.size())) {
            Expected expected = before.at(hour.from);
            List<Hour> same = before.byHourOfWeek.getOrDefault(hourOfWeek(hour.from, zone), List.of());
            if (expected.value == null || expected.low == null || expected.high == null || same.isEmpty()) {
                continue;
            }
            hours++;
            came += hour.n;
            off += Math.abs(hour.n - expected.value);
            offLastWeek += Math.abs(hour.n - same.getLast().n);
            inBand += hour.n >= Math.floor(expected.low) && hour.n <= Math.ceil(expected.high) ? 1 : 0;
        }
        return new Backtest(
                hours,
                hours == 0 ? null : off / hours,
                came == 0 ? null : 100 * off / came,
                came == 0 ? null : 100 * offLastWeek / came,
                hours == 0 ? null : 100.0 * inBand / hours);
    }

    private int hourOfWeek(Instant hour) {
        return hourOfWeek(hour, zone);
    }

    private static int hourOfWeek(Instant hour, ZoneId zone) {
        ZonedDateTime there = hour.atZone(zone);
        return ((there.getDayOfWeek().getValue() - 1) * 24 + there.getHour()) % HOURS_OF_WEEK;
    }
}
