package org.fourleaf.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eight invented weeks: the same for the same seed, busy when people are awake. */
class SeasonTest {

    private static final Instant NOW = Instant.parse("2026-03-18T14:20:00Z");

    private final Company company = new CompanyReading().read();

    @Test
    void the_same_seed_invents_the_same_weeks() {
        assertThat(weeks(7)).isEqualTo(weeks(7)).isNotEqualTo(weeks(8));
    }

    @Test
    void mondays_are_busier_than_sundays_and_mornings_than_nights() {
        List<Season.Arrival> arrivals = arrivals(7);
        assertThat(arrivals).hasSizeBetween(3_000, 4_500);
        assertThat(arrivals)
                .allSatisfy(arrival -> assertThat(arrival.at())
                        .isBetween(NOW.minus(Season.LENGTH).minus(Duration.ofDays(1)), NOW));
        assertThat(on(arrivals, DayOfWeek.MONDAY)).isGreaterThan(2 * on(arrivals, DayOfWeek.SUNDAY));
        assertThat(between(arrivals, 9, 12)).isGreaterThan(10 * between(arrivals, 1, 4));
    }

    @Test
    void nobody_answers_outside_their_shift_or_at_a_pause() {
        Company.Colleague who = company.staff().agents().getFirst();
        Rota rota = Rota.of(who, company.pauses(), NOW.minus(Season.LENGTH), NOW, new Chance(7));
        assertThat(rota.days()).hasSizeBetween(20, 42);
        for (Rota.Day day : rota.days()) {
            assertThat(rota.next(day.from().minusSeconds(3_600))).isEqualTo(day.from());
            assertThat(rota.isOnline(day.from())).isTrue();
            assertThat(rota.isOnline(day.to())).isFalse();
            day.pauses().forEach(pause -> assertThat(rota.next(pause.from())).isEqualTo(pause.to()));
        }
        assertThat(rota.next(rota.days().getLast().to())).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Hello,~~it is <fine>.           | <p>Hello,</p><p>it is &lt;fine&gt;.</p>
                    One~Two                         | <p>One<br>Two</p>
                    Do:~- this~- that~Then write.   | <p>Do:</p><ul><li>this</li><li>that</li></ul><p>Then write.</p>
                    1. First~2. Second              | <ol><li>First</li><li>Second</li></ol>
                    """)
    void lines_that_look_like_a_list_become_one(String text, String html) {
        assertThat(AgentMarkup.html(text.replace('~', '\n'))).isEqualTo(html);
    }

    @Test
    void files_are_what_their_names_promise() throws IOException {
        for (String name : List.of("photo-of-frame.jpg", "screenshot-basket.png")) {
            var picture =
                    ImageIO.read(new ByteArrayInputStream(DemoFile.of(name).bytes()));
            assertThat(picture.getWidth()).as(name).isEqualTo(640);
        }
        String pdf = new String(DemoFile.of("invoice-2041.pdf").bytes(), StandardCharsets.US_ASCII);
        int start = Integer.parseInt(pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.lastIndexOf("\n%%EOF"))
                .strip());
        assertThat(pdf).startsWith("%PDF-1.4").contains("invoice 2041");
        assertThat(pdf.substring(start)).startsWith("xref\n");
    }

    private List<Season.Arrival> arrivals(long seed) {
        return new Season(company, NOW, new Chance(seed)).arrivals();
    }

    private List<String> weeks(long seed) {
        return arrivals(seed).stream()
                .map(arrival -> arrival.at() + " " + arrival.script().key() + " "
                        + arrival.client().key() + " " + arrival.chance().from(0, 1_000_000))
                .toList();
    }

    private static long on(List<Season.Arrival> arrivals, DayOfWeek day) {
        return arrivals.stream()
                .filter(arrival -> arrival.at().atZone(ZoneOffset.UTC).getDayOfWeek() == day)
                .count();
    }

    private static long between(List<Season.Arrival> arrivals, int from, int to) {
        return arrivals.stream()
                .map(arrival -> arrival.at().atZone(arrival.client().timeZone()).getHour())
                .filter(hour -> hour >= from && hour < to)
                .count();
    }
}
