package org.fourleaf.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.ZipFile;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.metrics.ByHand;
import org.fourleaf.metrics.History;
import org.fourleaf.metrics.History.Activity;
import org.fourleaf.metrics.Past;
import org.fourleaf.platform.log.LogPump;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every column of every row is what the activities make, in JSON, CSV and XLSX alike, for whoever may see it. */
@InFourleaf
class ReportTest {

    private static final String PERIOD = "from=2026-03-21T22:00:00Z&to=2026-04-07T21:00:00Z";
    private static final Instant FROM = Instant.parse("2026-03-21T22:00:00Z");
    private static final Instant TO = Instant.parse("2026-04-07T21:00:00Z");
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Worlds worlds;
    private final LogPump pump;
    private final World world;
    private final Past past;
    private final List<Activity> history = History.random(21, 200);
    private final ByHand hand = new ByHand(history, Instant.now());

    ReportTest(@Autowired Worlds worlds, @Autowired LogPump pump) {
        this.worlds = worlds;
        this.pump = pump;
        world = worlds.fresh();
        past = new Past(world, pump);
    }

    @BeforeAll
    void aPastComesIn() {
        past.bring(History.lines(history));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "department", "channel"})
    void every_column_of_every_row_is_what_the_activities_make(String of) {
        JsonNode report = read(world.olga(), of + "s", PERIOD);
        List<String> values = history.stream()
                .filter(one ->
                        one.has(of) && !one.at().isBefore(FROM) && one.at().isBefore(TO))
                .map(one -> Objects.requireNonNull(one.text(of)))
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        assertThat(report.at("/rows")
                        .valueStream()
                        .map(row -> row.at("/key/" + of).asString()))
                .containsExactlyElementsOf(values);
        for (JsonNode row : report.at("/rows")) {
            String value = row.at("/key/" + of).asString();
            mustBe(row.at("/values"), one -> value.equals(one.text(of)), of.equals("agent") ? value : null, of);
        }
        mustBe(report.at("/total"), one -> one.has(of), null, of);
    }

    private void mustBe(JsonNode values, Predicate<Activity> filter, @Nullable String agent, String of) {
        Map<String, Double> expected = hand.columns(FROM, TO, filter, agent == null ? 0 : (double) online(agent));
        assertThat(expected).hasSizeGreaterThan(20);
        expected.forEach((column, value) -> {
            boolean byWork = column.equals("work_time") || column.endsWith("_per_hour");
            if (byWork && agent == null) {
                return;
            }
            JsonNode told = values.path(column);
            if (Double.isNaN(value)) {
                assertThat(told.isNull()).as("%s of %s: %s", column, of, told).isTrue();
            } else {
                assertThat(told.asDouble()).as("%s of %s", column, of).isCloseTo(value, within(1e-6));
            }
        });
    }

    private long online(String agent) {
        return hand.presence(agent, FROM, TO).getOrDefault("online", 0L);
    }

    @Test
    void columns_are_chosen_and_ordered_and_the_period_before_stands_beside() {
        JsonNode report = read(world.olga(), "agents", PERIOD + "&columns=notes,answers&compare=true");
        assertThat(report.at("/columns")
                        .valueStream()
                        .map(column -> column.at("/id").asString()))
                .containsExactly("notes", "answers");
        assertThat(Instant.parse(report.at("/before/to").asString())).isEqualTo(FROM);
        assertThat(report.at("/rows/0/before/answers").isNumber()).isTrue();
        world.olga().get("/api/v1/reports/agents?" + PERIOD + "&columns=luck").mustRefuse(400, "malformed");
        world.olga().get("/api/v1/reports/weather?" + PERIOD).mustRefuse(404, "not-found");
    }

    @Test
    void a_slice_is_a_row_and_an_empty_one_too() {
        JsonNode report = read(world.olga(), "load", "from=2026-03-01&to=2026-03-03&by=hour");
        assertThat(report.at("/rows")).hasSize(48);
        assertThat(report.at("/rows/0/values/created_tickets").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agents",
                "departments",
                "channels",
                "tags",
                "overview",
                "sla",
                "ratings",
                "availability",
                "load",
                "time",
                "chats",
                "calls",
                "customers",
                "companies",
                "dispositions",
                "pauses",
                "sla_levels",
                "rules",
                "deliveries"
            })
    void every_report_is_the_same_in_json_csv_and_xlsx(String report) throws IOException {
        JsonNode json = read(world.olga(), report, PERIOD);
        List<List<String>> lines = csv(world.olga().with("Accept", "text/csv"), report);
        assertThat(lines).hasSize(json.at("/rows").size() + 2);
        int keys = lines.getFirst().size() - json.at("/columns").size();
        for (int i = 0; i < json.at("/rows").size(); i++) {
            JsonNode values = json.at("/rows").get(i).at("/values");
            for (int c = 0; c < json.at("/columns").size(); c++) {
                String id = json.at("/columns").get(c).at("/id").asString();
                assertThat(lines.getFirst().get(keys + c)).isEqualTo(id);
                String cell = lines.get(i + 1).get(keys + c);
                assertThat(cell.isEmpty()).isEqualTo(values.path(id).isNull());
                if (!cell.isEmpty()) {
                    assertThat(Double.parseDouble(cell))
                            .isEqualTo(values.path(id).asDouble());
                }
            }
        }
        assertThat(cells(world.olga().with("Accept", XLSX), report))
                .isEqualTo(lines.stream()
                        .flatMap(List::stream)
                        .filter(cell -> !cell.isEmpty())
                        .toList()
                        .size());
    }

    @Test
    void promises_are_told_by_level_and_type() {
        World desk = worlds.fresh();
        new Past(desk, pump)
                .bring(List.of(
                        promise(1, "sla.met", "Gold", "first_answer", 600),
                        promise(2, "sla.met", "Gold", "first_answer", 1_200),
                        promise(3, "sla.missed", "Gold", "first_answer", 9_000),
                        promise(4, "sla.not_applicable", "Gold", "first_resolve", 10),
                        promise(5, "sla.met", "Silver", "first_answer", null)));
        JsonNode report = read(desk.olga(), "sla_levels", PERIOD);
        assertThat(report.at("/rows")).hasSize(3);
        assertThat(report.at("/rows/0/key").toString()).isEqualTo("{\"level\":\"Gold\",\"type\":\"first_answer\"}");
        assertThat(report.at("/rows/0/values/sla_met").asInt()).isEqualTo(2);
        assertThat(report.at("/rows/0/values/sla_compliance").asDouble()).isCloseTo(200 / 3.0, within(1e-9));
        assertThat(report.at("/rows/0/values/sla_met_avg_time").asDouble()).isEqualTo(900);
        assertThat(report.at("/rows/1/values/sla_not_applicable").asInt()).isOne();
        assertThat(report.at("/rows/1/values/sla_compliance").isNull()).isTrue();
        assertThat(report.at("/rows/2/values/sla_met_avg_time").isNull()).isTrue();
        assertThat(report.at("/total/sla_met").asInt()).isEqualTo(3);
        assertThat(read(desk.olga(), "sla_levels", PERIOD + "&department=Sales").at("/rows"))
                .isEmpty();
        desk.olga().get("/api/v1/reports/sla_levels?" + PERIOD + "&by=day").mustRefuse(400, "malformed");
    }

    private static String promise(int number, String kind, String level, String type, @Nullable Integer seconds) {
        return "{\"external_id\":\"P-%d\",\"at\":\"2026-03-25T10:%02d:00Z\",\"kind\":\"%s\",\"ticket\":\"P-%d\",\"department\":\"Support\",\"agent\":\"%s\",\"level\":\"%s\",\"type\":\"%s\"%s}"
                .formatted(
                        number,
                        number,
                        kind,
                        number,
                        World.ANNA,
                        level,
                        type,
                        seconds == null ? "" : ",\"seconds\":" + seconds);
    }

    @Test
    void agents_see_themselves_leads_their_departments_and_who_may_all() {
        assertThat(agents(world.olga())).hasSize(3);
        assertThat(agents(world.anna())).containsExactly(World.ANNA);
        assertThat(read(world.anna(), "agents", PERIOD).at("/total/answers").asInt())
                .isEqualTo((int) ByHand.count(
                        history.stream()
                                .filter(one -> World.ANNA.equals(one.text("agent"))
                                        && !one.at().isBefore(FROM)
                                        && one.at().isBefore(TO))
                                .toList(),
                        "message.sent"));
        world.olga()
                .put(
                        "/api/v1/departments/" + world.department("Sales") + "/members/" + world.agentId(World.BRAM),
                        Map.of("role", "lead"))
                .mustBe(200);
        assertThat(agents(world.bram())).hasSize(3);
        assertThat(read(world.bram(), "departments", PERIOD)
                        .at("/total/created_tickets")
                        .asInt())
                .isEqualTo((int) ByHand.count(
                        history.stream()
                                .filter(one -> "Sales".equals(one.text("department"))
                                        && !one.at().isBefore(FROM)
                                        && one.at().isBefore(TO))
                                .toList(),
                        "ticket.created"));
        world.stranger().get("/api/v1/reports/agents?" + PERIOD).mustBe(401);
    }

    private static List<String> agents(Api who) {
        return read(who, "agents", PERIOD)
                .at("/rows")
                .valueStream()
                .map(row -> row.at("/key/agent").asString())
                .toList();
    }

    private static JsonNode read(Api who, String report, String query) {
        return who.get("/api/v1/reports/" + report + "?" + query).mustBe(200).body();
    }

    private static List<List<String>> csv(Api who, String report) {
        Api.Answer answer = who.get("/api/v1/reports/" + report + "?" + PERIOD).mustBe(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        List<List<String>> lines = new ArrayList<>();
        for (String line : answer.string().split("\r\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(List.of(line.split(",", -1)));
            }
        }
        return lines;
    }

    private static int cells(Api who, String report) throws IOException {
        byte[] book =
                who.get("/api/v1/reports/" + report + "?" + PERIOD).mustBe(200).bytes();
        Path file = Files.createTempFile("report", ".xlsx");
        Files.write(file, book);
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8).split("<v>|<is>", -1).length - 1;
        } finally {
            Files.delete(file);
        }
    }
}
