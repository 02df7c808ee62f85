package org.fourleaf.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fourleaf.reports.Forecast.Hour;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");
    private static final Instant BEGIN = Instant.parse("2026-01-04T22:00:00Z");

    @Test
    void the_same_hour_of_the_week_tells_of_the_next() {
        Forecast forecast = new Forecast(weeks(10, 0), ATHENS);
        Instant mondayAtTen = ZonedDateTime.of(2026, 3, 16, 10, 0, 0, 0, ATHENS).toInstant();
        Forecast.Expected expected = forecast.at(mondayAtTen);
        assertThat(expected.value()).isCloseTo(20, within(1e-9));
        assertThat(expected.low()).isLessThan(20);
        assertThat(expected.high()).isGreaterThan(20);
        assertThat(forecast.at(mondayAtTen.minusSeconds(6 * 3_600)).value()).isZero();
    }

    @Test
    void nothing_is_foretold_where_nothing_was() {
        assertThat(new Forecast(List.of(), ATHENS).at(BEGIN).value()).isNull();
        assertThat(Forecast.backtest(List.of(), 100, ATHENS).wapePercent()).isNull();
    }

    @Test
    void the_backtest_says_how_far_off_it_was_and_how_often_in_the_band() {
        Forecast.Backtest test = Forecast.backtest(weeks(12, 5), 14 * 24, ATHENS);
        assertThat(test.hours()).isEqualTo(14 * 24);
        assertThat(test.wapePercent()).isBetween(1.0, 40.0);
        assertThat(test.wapePercent()).isLessThan(test.lastWeekWapePercent());
        assertThat(test.inBandPercent()).isGreaterThan(75.0);
    }

    /** Twenty an hour from nine to five on working days, more or less. */
    private static List<Hour> weeks(int weeks, int noise) {
        Random random = new Random(5);
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < weeks * 168; i++) {
            Instant from = BEGIN.plusSeconds(3_600L * i);
            ZonedDateTime there = from.atZone(ATHENS);
            boolean open = there.getDayOfWeek().getValue() < 6 && there.getHour() >= 9 && there.getHour() < 17;
            hours.add(new Hour(from, open ? Math.max(0, Math.round(20 + noise * random.nextGaussian())) : 0));
        }
        return hours;
    }
}
