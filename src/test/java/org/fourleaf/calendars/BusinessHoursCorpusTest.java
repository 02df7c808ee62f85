package org.fourleaf.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases of other projects' tests, which are not ours to ship: skips, and says so, where they are absent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BusinessHoursCorpusTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FOLDER = CorpusCalendars.FOLDER;
    private static final int DAYS_SHOWN = 400;

    private final Map<String, BusinessHours> calendars = new HashMap<>();

    @BeforeAll
    void read() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), () -> "Skipped: no corpora at " + FOLDER.toAbsolutePath());
        calendars.putAll(CorpusCalendars.read());
    }

    static List<JsonNode> rows() throws IOException {
        Path rows = FOLDER.resolve("business_time.jsonl");
        return Files.isReadable(rows) ? lines(rows) : List.of(JSON.createObjectNode());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("rows")
    void every_row_comes_out(JsonNode row) {
        BusinessHours hours =
                Objects.requireNonNull(calendars.get(row.at("/calendar").asString()));
        Instant start = Instant.parse(row.at("/start").asString());
        JsonNode expected = row.at("/expected");
        long seconds = Math.round(row.at("/minutes").asDouble() * 60);
        switch (row.at("/op").asString()) {
            case "add" -> same(row, hours.add(start, seconds).orElseThrow(), expected);
            case "sub" -> same(row, hours.back(start, seconds).orElseThrow(), expected);
            case "between" ->
                assertThat(hours.measure(start, Instant.parse(row.at("/end").asString())))
                        .as("%s", row)
                        .isEqualTo(Math.round(expected.asDouble() * 60));
            case "is_open" -> assertThat(hours.isOpenAt(start)).as("%s", row).isEqualTo(expected.asBoolean());
            case "periods" -> {
                List<Opening> openings =
                        hours.openings(start, start.plus(Duration.ofDays(DAYS_SHOWN)), expected.size());
                for (int i = 0; i < expected.size(); i++) {
                    same(row, openings.get(i).from(), expected.get(i).get(0));
                    same(row, openings.get(i).to(), expected.get(i).get(1));
                }
            }
            case "add_days" -> same(row, days(hours, start, row.at("/days").asInt(), 1), expected);
            case "sub_days" -> same(row, days(hours, start, row.at("/days").asInt(), -1), expected);
            default -> throw new AssertionError("An operation we don't know: " + row);
        }
    }

    static List<JsonNode> feeds() throws IOException {
        Path rows = FOLDER.resolve("ics_holidays.jsonl");
        return Files.isReadable(rows) ? lines(rows) : List.of(JSON.createObjectNode());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("feeds")
    void the_days_off_of_a_feed_are_found(JsonNode row) throws IOException {
        LocalDate today = LocalDate.parse(row.at("/today").asString());
        LocalDate from = today.minusYears(1);
        LocalDate to = today.plusYears(3);
        List<Holiday> holidays = HolidayReading.read(
                        Files.readAllBytes(FOLDER.resolve(row.at("/file").asString())), from, to)
                .holidays();
        Map<String, String> found = new TreeMap<>();
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            for (Holiday holiday : holidays) {
                boolean again = holiday.yearly()
                        && holiday.date().getMonth() == day.getMonth()
                        && holiday.date().getDayOfMonth() == day.getDayOfMonth();
                if (again || holiday.date().equals(day)) {
                    found.put(day.toString(), holiday.name());
                }
            }
        }
        Map<String, String> expected = new TreeMap<>();
        row.at("/expect")
                .properties()
                .forEach(day -> expected.put(day.getKey(), day.getValue().asString()));
        // The row of the second reading, a year later, keeps a day of the first that has left its window by then.
        expected.keySet().removeIf(day -> day.compareTo(from.toString()) < 0);
        assertThat(found).as("%s", row).isEqualTo(expected);
    }

    private static void same(JsonNode row, Instant ours, JsonNode expected) {
        assertThat(ours).as("%s", row).isEqualTo(Instant.parse(expected.asString()));
    }

    /** So many open days later or earlier at the same time of day, or else at the next open moment: made of what there is. */
    private static Instant days(BusinessHours hours, Instant start, int count, int step) {
        ZonedDateTime time = start.atZone(hours.zone());
        LocalDate day = time.toLocalDate();
        for (int left = count; left > 0; ) {
            day = day.plusDays(step);
            Instant midnight = day.atStartOfDay(hours.zone()).toInstant();
            if (hours.measure(
                            midnight, day.plusDays(1).atStartOfDay(hours.zone()).toInstant())
                    > 0) {
                left--;
            }
        }
        Instant there = day.atTime(time.toLocalTime()).atZone(hours.zone()).toInstant();
        return hours.add(there, 0).orElseThrow();
    }

    private static List<JsonNode> lines(Path jsonl) throws IOException {
        return Files.readAllLines(jsonl).stream()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
    }
}
