package org.fourleaf.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.metrics.ByHand.Fraction;
import org.fourleaf.metrics.History.Activity;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A random past comes in shuffled, and every KPI, however cut and filtered, is what its definition makes of the activities. */
@InFourleaf
class KpiTest {

    private static final int TICKETS = 250;
    private static final ZoneId VILNIUS = ZoneId.of("Europe/Vilnius");

    private final World world;
    private final Api olga;
    private final Past past;
    private final List<Activity> history = new ArrayList<>();
    private ByHand hand = new ByHand(List.of(), Instant.now());

    KpiTest(@Autowired Worlds worlds, @Autowired LogPump pump) {
        world = worlds.fresh();
        olga = world.olga();
        past = new Past(world, pump);
    }

    @BeforeAll
    void aPastComesIn() {
        history.addAll(History.random(7, TICKETS));
        hand = new ByHand(history, Instant.now());
        olga.patch("/api/v1/kpi-settings", Map.of("email_target_seconds", ByHand.EMAIL_TARGET))
                .mustBe(200);
        List<String> lines = new ArrayList<>(History.lines(history));
        Collections.shuffle(lines, new Random(1));
        int third = lines.size() / 3;
        past.bring(lines.subList(0, third));
        past.bring(lines.subList(third / 2, lines.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-21, 2026-04-08, Europe/Vilnius, day",
        "2026-03-21, 2026-04-08, UTC, day",
        "2026-03-21, 2026-04-08, Asia/Kathmandu, week",
        "2026-03-28, 2026-03-31, Europe/Vilnius, hour",
        "2026-01-01, 2027-01-01, America/New_York, month",
        "2026-03-25T10:15:00Z, 2026-04-01T07:45:00Z, Pacific/Chatham, day",
        "2026-03-01, 2026-05-01, Australia/Lord_Howe, quarter",
        "2026-01-01, 2027-01-01, Asia/Kolkata, year",
    })
    void every_kpi_in_every_zone_and_slice_is_what_its_definition_makes(
            String from, String to, String zone, String by) {
        JsonNode answer = read("from=" + from + "&to=" + to + "&time_zone=" + zone + "&by=" + by);
        assertThat(answer.at("/slices")).isNotEmpty();
        Instant end = null;
        for (JsonNode slice : answer.at("/slices")) {
            Instant begin = Instant.parse(slice.at("/from").asString());
            assertThat(end == null || end.equals(begin)).isTrue();
            end = Instant.parse(slice.at("/to").asString());
            mustBe(slice.at("/kpis"), begin, end, one -> true);
        }
        Instant first = Instant.parse(answer.at("/from").asString());
        Instant last = Instant.parse(answer.at("/to").asString());
        assertThat(end).isEqualTo(last);
        mustBe(answer.at("/total"), first, last, one -> true);
        if (!from.contains("T")) {
            assertThat(first)
                    .isEqualTo(
                            LocalDate.parse(from).atStartOfDay(ZoneId.of(zone)).toInstant());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent=anna@example.com",
                "department=Sales",
                "channel=email",
                "channel=call,chat",
                "agent=anna@example.com,bram@example.com&department=Support",
                "tag=printer",
                "tag=billing&department=Sales"
            })
    void every_kpi_is_told_of_a_part(String filter) {
        JsonNode answer = read("from=2026-03-21&to=2026-04-08&time_zone=Europe/Vilnius&" + filter);
        mustBe(answer.at("/total"), at("2026-03-21"), at("2026-04-08"), predicate(filter));
    }

    private Predicate<Activity> predicate(String filter) {
        Predicate<Activity> all = one -> true;
        for (String part : filter.split("&", -1)) {
            String name = part.substring(0, part.indexOf('='));
            Set<String> values = Set.of(part.substring(part.indexOf('=') + 1).split(",", -1));
            if (name.equals("tag")) {
                Set<String> tagged = hand.tagged(values.iterator().next());
                all = all.and(one -> one.has("ticket") && tagged.contains(one.text("ticket")));
            } else {
                all = all.and(one -> one.has(name) && values.contains(one.text(name)));
            }
        }
        return all;
    }

    @Test
    void time_at_work_is_told_by_presence_with_open_ends() {
        for (String agent : History.AGENTS) {
            for (String days : List.of("2026-03-21/2026-04-08", "2026-03-29/2026-03-30", "2026-04-01/2026-04-02")) {
                String[] ends = days.split("/", -1);
                Map<String, Long> seconds = hand.presence(agent, at(ends[0]), at(ends[1]));
                JsonNode total = read("from=" + ends[0] + "&to=" + ends[1] + "&time_zone=Europe/Vilnius&agent=" + agent
                                + "&kpi=utilisation,occupancy,work_time")
                        .at("/total");
                assertThat(total.at("/work_time/value").asLong()).isEqualTo(seconds.get("online"));
                assertThat(total.at("/utilisation/denominator").asLong())
                        .isEqualTo(seconds.getOrDefault("online", 0L) + seconds.getOrDefault("paused", 0L));
                assertThat(total.at("/occupancy/denominator").asLong()).isEqualTo(seconds.get("online"));
            }
        }
    }

    @Test
    void what_is_open_and_what_is_late_stands_at_the_end_of_each_slice() {
        JsonNode answer = read("from=2026-03-21&to=2026-04-08&time_zone=Europe/Vilnius&by=day&kpi=backlog,overdue");
        long late = 0;
        for (JsonNode slice : answer.at("/slices")) {
            Instant end = Instant.parse(slice.at("/to").asString());
            assertThat(slice.at("/kpis/backlog/value").asLong())
                    .as("open at %s", end)
                    .isEqualTo(hand.backlog(end));
            assertThat(slice.at("/kpis/overdue/value").asLong())
                    .as("late at %s", end)
                    .isEqualTo(hand.overdue(end));
            late += hand.overdue(end);
        }
        assertThat(late).isPositive();
        assertThat(answer.at("/total/backlog/value").asLong()).isEqualTo(hand.backlog(at("2026-04-08")));
    }

    @Test
    void medians_and_percentiles_are_within_a_hundredth() {
        JsonNode total = read("from=2026-03-21&to=2026-04-08&time_zone=Europe/Vilnius&kpi=first_answer_time")
                .at("/total");
        List<Long> seconds = ByHand.of(history, "message.sent").stream()
                .filter(one -> !one.at().isBefore(at("2026-03-21")) && one.at().isBefore(at("2026-04-08")))
                .filter(one -> "new".equals(one.text("answers")) && one.has("seconds"))
                .map(one -> one.number("seconds"))
                .sorted()
                .toList();
        for (Map.Entry<String, Double> share : Map.of("median", 0.5, "p90", 0.9).entrySet()) {
            double rank = share.getValue() * (seconds.size() - 1);
            double low = seconds.get((int) Math.floor(rank));
            double high = seconds.get((int) Math.ceil(rank));
            double exact = low + (rank - Math.floor(rank)) * (high - low);
            assertThat(total.at("/first_answer_time/" + share.getKey()).asDouble())
                    .isCloseTo(exact, within(exact * 0.0101));
        }
    }

    @Test
    void a_kpi_tells_its_formula_and_leads_to_its_activities() {
        JsonNode definition =
                read("from=2026-03-21&to=2026-04-08&kpi=service_level").at("/definitions/service_level");
        assertThat(definition.at("/unit").asString()).isEqualTo("percent");
        assertThat(definition.at("/settings/service_level_seconds").asInt()).isEqualTo(20);
        String link = definition.at("/activities").asString();
        JsonNode page = olga.get(link + "&limit=3").mustBe(200).body();
        assertThat(page.at("/items")).hasSize(3);
        assertThat(page.at("/items/0/kind").asString()).isIn("call.answered", "call.abandoned");
        int seen = 0;
        String cursor = "";
        do {
            JsonNode more =
                    olga.get(link + "&limit=200&cursor=" + cursor).mustBe(200).body();
            seen += more.at("/items").size();
            cursor = more.at("/next").asString("");
        } while (!cursor.isEmpty());
        assertThat((double) seen).isEqualTo(inWindow("call.answered") + inWindow("call.abandoned"));
    }

    private double inWindow(String kind) {
        return history.stream()
                .filter(one -> one.kind().equals(kind))
                .filter(one -> !one.at().isBefore(at("2026-03-21")) && one.at().isBefore(at("2026-04-08")))
                .count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2026-03-21|to",
                "from=x&to=2026-01-01|from",
                "from=2026-01-02&to=2026-01-01|to",
                "from=2026-01-01&to=2026-01-02&by=minute|by",
                "from=2026-01-01&to=2026-01-02&kpi=luck|kpi",
                "from=2026-01-01&to=2026-01-02&agent=nobody|agent",
                "from=2026-01-01&to=2026-01-02&department=None|department",
                "from=2026-01-01&to=2026-01-02&channel=smoke|channel",
                "from=2026-01-01&to=2026-01-02&tag=none|tag",
                "from=2026-01-01T00:07:00Z&to=2026-01-02|from",
                "from=2026-01-01&to=2026-01-02&time_zone=Mars/One|time_zone",
                "from=1990-01-01&to=2026-01-02&by=hour|by",
                "from=0001-01-01&to=2026-01-02|from"
            })
    void what_makes_no_sense_is_refused_by_name(String query, String parameter) {
        assertThat(olga.get("/api/v1/kpis?" + query).mustBe(400).string()).contains(parameter);
    }

    private void mustBe(JsonNode kpis, Instant from, Instant to, Predicate<Activity> filter) {
        hand.kpis(from, to, filter).forEach((id, expected) -> mustBe(kpis, id, expected));
    }

    private static void mustBe(JsonNode kpis, String id, Fraction expected) {
        JsonNode kpi = kpis.path(id);
        assertThat(kpi.at("/numerator").asDouble()).as("numerator of %s", id).isCloseTo(expected.above(), within(1e-6));
        if (expected.below() == null) {
            assertThat(kpi.at("/value").asDouble()).as(id).isEqualTo(expected.above());
        } else {
            double below = Objects.requireNonNull(expected.below());
            assertThat(kpi.at("/denominator").asDouble())
                    .as("denominator of %s", id)
                    .isCloseTo(below, within(1e-6));
            assertThat(kpi.at("/value").isNull()).as(id).isEqualTo(below <= 0);
        }
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atStartOfDay(VILNIUS).toInstant();
    }

    private JsonNode read(String query) {
        return olga.get("/api/v1/kpis?" + query).mustBe(200).body();
    }
}
