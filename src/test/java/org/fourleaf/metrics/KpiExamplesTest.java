package org.fourleaf.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.log.LogPump;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Worked numbers from others' pages: each set of inputs becomes a day of activities, and the KPI of that day is theirs. */
@InFourleaf
class KpiExamplesTest {

    private static final Path FILE =
            Path.of(System.getProperty("fourleaf.corpora", "../shared/corpora"), "kpi", "kpi_examples.json");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-05");

    /** What we don't offer: adherence to schedules, wrap-up alone, and a formula that counts short calls above the line only. */
    private static final List<String> NOT_OURS = List.of("k11", "k15", "k17");

    private static final int IN_TIME = 10;
    private static final int LATE = 90;

    private final World world;
    private final Past past;
    private final List<String> lines = new ArrayList<>();
    /** The day of each set of inputs. */
    private final Map<JsonNode, LocalDate> days = new LinkedHashMap<>();

    private List<JsonNode> examples = List.of();

    KpiExamplesTest(@Autowired Worlds worlds, @Autowired LogPump pump) {
        Assumptions.assumeTrue(Files.exists(FILE), () -> "Skipped: no corpora at " + FILE.toAbsolutePath());
        world = worlds.fresh();
        past = new Past(world, pump);
    }

    @BeforeAll
    void theDaysComeIn() throws IOException {
        JsonNode all = JsonMapper.shared().readTree(Files.readString(FILE));
        examples = StreamSupport.stream(all.spliterator(), false)
                .filter(example -> !NOT_OURS.contains(example.at("/id").asString()))
                .toList();
        for (JsonNode example : examples) {
            JsonNode input = example.at("/input");
            if (!days.containsKey(input)) {
                days.put(input, FIRST_DAY.plusDays(days.size()));
                happens(example.at("/kpi").asString(), input, Objects.requireNonNull(days.get(input)));
            }
        }
        past.bring(lines);
    }

    private void happens(String kpi, JsonNode input, LocalDate day) {
        switch (kpi) {
            case "FCR" -> firstContacts(input, day);
            case "AHT" -> {
                int calls = input.at("/contacts").asInt();
                for (int i = 0; i < calls; i++) {
                    add(
                            day,
                            "call.ended",
                            "\"talk\":%d,\"hold\":%d,\"wrap\":%d"
                                    .formatted(
                                            share(input.at("/talk_min").asInt() * 60, calls, i),
                                            share(input.at("/hold_min").asInt() * 60, calls, i),
                                            share(input.at("/acw_min").asInt() * 60, calls, i)),
                            null);
                }
            }
            case "ASA" -> {
                int calls = input.at("/answered").asInt();
                for (int i = 0; i < calls; i++) {
                    add(
                            day,
                            "call.answered",
                            "\"waited\":" + share(input.at("/wait_s").asInt(), calls, i),
                            null);
                }
            }
            case "NPS" -> {
                times(input.at("/promoters").asInt(), () -> add(day, "survey.answered", "\"nps\":9", null));
                times(input.at("/passives").asInt(), () -> add(day, "survey.answered", "\"nps\":7", null));
                times(input.at("/detractors").asInt(), () -> add(day, "survey.answered", "\"nps\":6", null));
            }
            default -> queue(input, day);
        }
    }

    /** A whole split into whole parts. */
    private static int share(int whole, int parts, int number) {
        return whole / parts + (number < whole % parts ? 1 : 0);
    }

    private void firstContacts(JsonNode input, LocalDate day) {
        for (int i = 0; i < input.at("/contacts").asInt(); i++) {
            String ticket = "E-" + lines.size();
            add(day, "ticket.created", "", ticket);
            add(day, "message.received", "", ticket);
            if (i < input.at("/resolved_first").asInt()) {
                add(day, "ticket.resolved", "", ticket);
            }
        }
    }

    private void queue(JsonNode input, LocalDate day) {
        int within = input.at("/abandoned_within_20").asInt();
        int tooShort = input.at("/abandoned_within_5").asInt();
        int offered = input.has("offered")
                ? input.at("/offered").asInt()
                : input.at("/answered").asInt() + input.at("/abandoned").asInt();
        int abandoned = input.has("abandoned")
                ? input.at("/abandoned").asInt()
                : input.has("handled") ? offered - input.at("/handled").asInt() : 0;
        int inTime = input.at("/answered_within").asInt();
        times(offered, () -> add(day, "call.started", "\"direction\":\"in\"", null));
        times(inTime, () -> add(day, "call.answered", "\"waited\":" + IN_TIME, null));
        times(offered - abandoned - inTime, () -> add(day, "call.answered", "\"waited\":" + LATE, null));
        times(tooShort, () -> add(day, "call.abandoned", "\"waited\":2", null));
        times(within - tooShort, () -> add(day, "call.abandoned", "\"waited\":" + IN_TIME, null));
        times(abandoned - within, () -> add(day, "call.abandoned", "\"waited\":" + LATE, null));
    }

    private static void times(int n, Runnable what) {
        for (int i = 0; i < n; i++) {
            what.run();
        }
    }

    private void add(LocalDate day, String kind, String own, @Nullable String ticket) {
        int number = lines.size();
        lines.add("{\"external_id\":\"X-%d\",\"at\":\"%sT%02d:%02d:%02dZ\",\"kind\":\"%s\",\"channel\":\"call\"%s%s}"
                .formatted(
                        number,
                        day,
                        8 + number / 3_600 % 8,
                        number / 60 % 60,
                        number % 60,
                        kind,
                        ticket == null ? "" : ",\"ticket\":\"" + ticket + "\"",
                        own.isEmpty() ? "" : "," + own));
    }

    @Test
    void each_worked_number_comes_out() {
        assertThat(examples).hasSize(22);
        for (JsonNode example : examples) {
            LocalDate day = Objects.requireNonNull(days.get(example.at("/input")));
            String kpi = kpi(example);
            JsonNode value = world.olga()
                    .get("/api/v1/kpis?from=" + day + "&to=" + day.plusDays(1) + "&time_zone=UTC&kpi=" + kpi)
                    .mustBe(200)
                    .body()
                    .at("/total/" + kpi + "/value");
            // Minutes on the page, seconds here.
            double unit = kpi.equals("aht") ? 60 : 1;
            assertThat(value.asDouble() / unit)
                    .as(
                            "%s: %s",
                            example.at("/id").asString(), example.at("/formula").asString())
                    .isCloseTo(example.at("/expected").asDouble(), within(0.0051));
        }
    }

    private String kpi(JsonNode example) {
        return switch (example.at("/kpi").asString()) {
            case "abandon rate" -> {
                set("offered", 0);
                yield "abandonment";
            }
            case "service level 1" -> set("all_in_time", 5);
            case "service level 2" -> set("answered", 5);
            case "service level 3", "service level" -> set("offered", 5);
            case "service level 4" -> set("offered_late", 5);
            case "service level 5" -> set("short_as_answered", 5);
            case "FCR" -> "fcr";
            case "AHT" -> "aht";
            case "ASA" -> "call_answer_speed";
            case "NPS" -> "nps";
            default -> throw new IllegalStateException(example.toString());
        };
    }

    private String set(String formula, int shortSeconds) {
        world.olga()
                .patch(
                        "/api/v1/kpi-settings",
                        Map.of(
                                "service_level_formula",
                                formula,
                                "service_level_seconds",
                                20,
                                "short_abandon_seconds",
                                shortSeconds))
                .mustBe(200);
        return "service_level";
    }
}
