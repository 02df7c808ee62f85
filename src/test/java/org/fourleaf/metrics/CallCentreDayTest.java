package org.fourleaf.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real day of a bank's call centre comes in as activities, and the KPIs are those others reckoned of it. */
@InFourleaf
class CallCentreDayTest {

    private static final Path FOLDER = Path.of(System.getProperty("fourleaf.corpora", "../shared/corpora"), "kpi");
    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final String ASK = "/api/v1/kpis?from=2026-03-02&to=2026-03-03&time_zone=UTC&kpi=";

    private final World world;
    private final Past past;
    private JsonNode expected = JsonMapper.shared().createObjectNode();

    CallCentreDayTest(@Autowired Worlds worlds, @Autowired LogPump pump) {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), () -> "Skipped: no corpora at " + FOLDER.toAbsolutePath());
        world = worlds.fresh();
        past = new Past(world, pump);
    }

    @BeforeAll
    void aDayComesIn() throws IOException {
        expected = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("technion_one_day.expected.json")));
        List<String> rows = Files.readAllLines(FOLDER.resolve("technion_one_day.csv"));
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            String[] row = rows.get(i).split(",", -1);
            long waited = Long.parseLong(row[8]);
            if (row[9].equals("AGENT")) {
                lines.add(line(i, "s", at(row[3]), "call.started", "\"direction\":\"in\""));
                lines.add(line(i, "a", at(row[3]), "call.answered", "\"waited\":" + waited));
                lines.add(line(i, "e", at(row[3]), "call.ended", "\"talk\":" + row[12]));
            } else if (row[9].equals("HANG") && waited > 0) {
                lines.add(line(i, "s", at(row[3]), "call.started", "\"direction\":\"in\""));
                lines.add(line(i, "h", at(row[3]), "call.abandoned", "\"waited\":" + waited));
            }
        }
        past.bring(lines);
    }

    /** All at the moment the call came in, as the day's own figures by hour are. */
    private static Instant at(String clock) {
        String[] parts = clock.split(":", -1);
        return DAY.plusSeconds(
                Long.parseLong(parts[0]) * 3_600 + Long.parseLong(parts[1]) * 60 + Long.parseLong(parts[2]));
    }

    private static String line(int number, String what, Instant at, String kind, String own) {
        return "{\"external_id\":\"D-%d-%s\",\"at\":\"%s\",\"kind\":\"%s\",\"channel\":\"call\",\"ticket\":\"D-%d\",%s}"
                .formatted(number, what, at, kind, number, own);
    }

    @Test
    void how_long_people_waited_and_talked() {
        set(Map.of("short_abandon_seconds", 0));
        JsonNode total = read("abandonment,aht,talk_time,call_answer_speed");
        assertThat(total.at("/abandonment/denominator").asInt())
                .isEqualTo(expected.path("offered").asInt());
        assertThat(total.at("/abandonment/numerator").asInt())
                .isEqualTo(expected.path("abandoned").asInt());
        close(total.at("/abandonment/value"), "abandon_rate_pct");
        close(total.at("/aht/value"), "aht_s");
        close(total.at("/call_answer_speed/value"), "asa_s");
        assertThat(total.at("/talk_time/value").asInt())
                .isEqualTo(expected.path("total_talk_s").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "20, answered, sl20_answered_only", "20, offered, sl20_of_offered",
        "20, offered_late, sl20_abandoned_before_excluded", "20, all_in_time, sl20_abandoned_before_count_as_met",
        "60, answered, sl60_answered_only", "60, offered, sl60_of_offered",
        "300, offered_late, sl300_abandoned_before_excluded", "300, all_in_time, sl300_abandoned_before_count_as_met"
    })
    void each_formula_of_the_service_level_at_each_threshold(int seconds, String formula, String name) {
        set(Map.of("service_level_seconds", seconds, "service_level_formula", formula));
        JsonNode level = read("service_level").at("/service_level");
        double wanted = expected.path(name).asDouble();
        assertThat(level.at("/value").asDouble()).as("%s: %s", name, level).isCloseTo(wanted, within(0.0001));
    }

    @Test
    void settings_are_checked_and_kept() {
        Api olga = world.olga();
        olga.patch("/api/v1/kpi-settings", Map.of("service_level_formula", "luck"))
                .mustRefuse(422, "invalid")
                .mustName("/service_level_formula");
        olga.patch("/api/v1/kpi-settings", Map.of("fcr_window_days", 0)).mustRefuse(400, "malformed");
        world.anna().patch("/api/v1/kpi-settings", Map.of("fcr_window_days", 3)).mustRefuse(403, "permission-missing");
        set(Map.of("fcr_window_days", 3));
        assertThat(olga.get("/api/v1/kpi-settings")
                        .body()
                        .at("/fcr_window_days")
                        .asInt())
                .isEqualTo(3);
    }

    private void set(Map<String, Object> settings) {
        world.olga().patch("/api/v1/kpi-settings", settings).mustBe(200);
    }

    private JsonNode read(String kpis) {
        return world.olga().get(ASK + kpis).mustBe(200).body().at("/total");
    }

    private void close(JsonNode value, String name) {
        assertThat(value.asDouble()).as(name).isCloseTo(expected.path(name).asDouble(), within(0.0001));
    }
}
