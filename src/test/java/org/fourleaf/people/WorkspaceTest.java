package org.fourleaf.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Readers;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A workspace changes its name, its language and where its days begin, and no day comes twice or is left out. */
@InFourleaf
class WorkspaceTest {

    private static final String PATH = "/api/v1/workspace";
    private static final Duration WITHIN = Duration.ofMinutes(3);
    /** Where days begin last and first: between them it is never the same date. */
    private static final String WEST = "Pacific/Pago_Pago";

    private static final String EAST = "Pacific/Kiritimati";

    private final Worlds worlds;
    private final LogPump pump;
    private final RecurringTask<Void> night;
    private final RecurringTask<Void> rebuild;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
    private World world;
    private Api olga;

    WorkspaceTest(
            @Autowired Worlds worlds,
            @Autowired LogPump pump,
            @Autowired @Qualifier("evaluateBadges") RecurringTask<Void> night,
            @Autowired @Qualifier("rebuildFigures") RecurringTask<Void> rebuild) {
        this.worlds = worlds;
        this.pump = pump;
        this.night = night;
        this.rebuild = rebuild;
        world = worlds.fresh();
        olga = world.olga();
    }

    @BeforeEach
    void aWorldOfItsOwn() {
        world = worlds.fresh();
        olga = world.olga();
    }

    @Test
    void whoever_manages_the_workspace_changes_it_and_all_see_it() {
        Api.Answer was = olga.get(PATH).mustBe(200);
        assertThat(was.text("/time_zone")).isNotEmpty();
        assertThat(world.anna().get(PATH).mustBe(200).text("/id")).isEqualTo(was.text("/id"));
        world.anna().patch(PATH, Map.of("name", "Anna's")).mustRefuse(403, "permission-missing");
        Api.Answer now = olga.patch(PATH, Map.of("name", " Clover & Sons ", "language", "lt"))
                .mustBe(200);
        assertThat(now.text("/name")).isEqualTo("Clover & Sons");
        assertThat(now.text("/language")).isEqualTo("lt");
        assertThat(now.text("/time_zone")).isEqualTo(was.text("/time_zone"));
        assertThat(now.header("ETag")).isNotEqualTo(was.header("ETag"));
        assertThat(olga.with("If-Match", String.valueOf(was.header("ETag")))
                        .patch(PATH, Map.of("name", "Too late"))
                        .status())
                .isEqualTo(412);
        assertThat(world.anna().get("/api/v1/me").mustBe(200).text("/workspace/name"))
                .isEqualTo("Clover & Sons");
        JsonNode told =
                olga.get("/api/v1/audit?kind=workspace.changed").mustBe(200).body();
        assertThat(told.at("/items").size()).isEqualTo(1);
        assertThat(told.at("/items/0/detail/fields").toString()).contains("name", "language");
        olga.patch(PATH, Map.of("name", "Clover & Sons")).mustBe(200);
        assertThat(olga.get("/api/v1/audit?kind=workspace.changed")
                        .body()
                        .at("/items")
                        .size())
                .as("what is the same is no change")
                .isEqualTo(1);
    }

    @Test
    void what_makes_no_workspace_is_refused_by_name() {
        olga.patch(PATH, Map.of("name", " ")).mustBe(400).mustName("/name");
        olga.patch(PATH, Map.of("name", "x".repeat(201))).mustBe(400).mustName("/name");
        olga.patch(PATH, Map.of("time_zone", "Europe/Atlantis")).mustBe(400).mustName("/time_zone");
        olga.patch(PATH, Map.of("time_zone", "+02:07")).mustBe(400).mustName("/time_zone");
        olga.patch(PATH, Map.of("language", "tlh")).mustBe(400).mustName("/language");
        olga.patch(PATH, Map.of("host", "evil.example")).mustBe(400).mustName("/host");
        world.stranger().get(PATH).mustBe(401);
    }

    @Test
    void figures_by_day_are_counted_anew_by_the_new_days_and_no_sum_changes() {
        move("UTC");
        String line =
                "{\"external_id\":\"A-%d\",\"at\":\"2026-03-02T%s:30:00Z\",\"kind\":\"message.sent\",\"agent\":\"anna@example.com\",\"department\":\"Support\",\"channel\":\"email\",\"length\":10,\"answers\":\"new\",\"seconds\":60}";
        String lines = line.formatted(1, "01") + "\n" + line.formatted(2, "12") + "\n" + line.formatted(3, "23") + "\n";
        olga.send("POST", "/api/v1/imports/activities", lines.getBytes(StandardCharsets.UTF_8), "application/x-ndjson")
                .mustBe(202);
        Readers.through(world, pump, "figures", "acts");
        assertThat(days("figure_day", "sent")).containsExactly("2026-03-02 3");
        assertThat(days("act_day", "n")).containsExactly("2026-03-02 3");
        move(EAST);
        assertThat(days("figure_day", "sent")).containsExactly("2026-03-02 1", "2026-03-03 2");
        assertThat(days("act_day", "n")).containsExactly("2026-03-02 1", "2026-03-03 2");
        move(WEST);
        assertThat(days("figure_day", "sent")).containsExactly("2026-03-01 1", "2026-03-02 2");
        assertThat(days("act_day", "n")).containsExactly("2026-03-01 1", "2026-03-02 2");
        JsonNode told =
                olga.get("/api/v1/audit?kind=workspace.changed").mustBe(200).body();
        assertThat(told.at("/items/0/detail/zone").asString()).isEqualTo(WEST);
        assertThat(told.at("/items/0/detail/zone_before").asString()).isEqualTo(EAST);
    }

    @Test
    void where_activities_are_forgotten_days_counted_so_far_stay_what_they_were() {
        move("UTC");
        olga.send(
                        "POST",
                        "/api/v1/imports/activities",
                        "{\"external_id\":\"A-1\",\"at\":\"2026-03-02T23:30:00Z\",\"kind\":\"message.sent\",\"agent\":\"anna@example.com\",\"length\":10}\n"
                                .getBytes(StandardCharsets.UTF_8),
                        "application/x-ndjson")
                .mustBe(202);
        Readers.through(world, pump, "figures", "acts");
        owner.sql("insert into log_forgotten (workspace_id, before, lines) values (:w, now() - interval '2 years', 1)")
                .param("w", world.workspace())
                .update();
        int rebuilt = rebuilds();
        move(EAST);
        assertThat(rebuilds()).isEqualTo(rebuilt);
        assertThat(days("figure_day", "sent")).containsExactly("2026-03-02 1");
    }

    private int rebuilds() {
        return olga.get("/api/v1/audit?kind=figures.rebuilt")
                .mustBe(200)
                .body()
                .at("/items")
                .size();
    }

    @Test
    void over_midnight_either_way_no_day_of_the_game_comes_twice_or_is_left_out() {
        move(WEST);
        int first = today(WEST) - 2;
        owner.sql("update game_setting set begun = :begun where workspace_id = :w")
                .param("begun", first - 1)
                .param("w", world.workspace())
                .update();
        awaitEvaluated(first, today(WEST));
        List<Instant> before = times();
        move(EAST);
        awaitEvaluated(first, today(EAST));
        assertThat(times()).startsWith(before.toArray(Instant[]::new));
        List<Instant> all = times();
        move(WEST);
        nightFalls();
        assertThat(evaluated()).as("today is a day before").isEqualTo(until(first, today(EAST)));
        assertThat(times()).isEqualTo(all);
        move(EAST);
        nightFalls();
        assertThat(evaluated()).isEqualTo(until(first, today(EAST)));
        assertThat(times()).startsWith(all.toArray(Instant[]::new));
    }

    @Test
    void mailed_reports_keep_their_hour_and_none_goes_out_twice_or_not_at_all() {
        move(EAST);
        String report = olga.post(
                        "/api/v1/saved-reports",
                        Map.of(
                                "name",
                                "Daily",
                                "definition",
                                Map.of("report", "agents", "period", "today", "compare", false),
                                "schedule",
                                Map.of("every", "day", "hour", 7, "format", "csv", "agents", List.of(World.OLGA))))
                .mustBe(201)
                .text("/id");
        Instant east = next(report);
        move(WEST);
        Instant west = next(report);
        assertThat(west.atZone(ZoneId.of(WEST)).toLocalDateTime())
                .isEqualTo(east.atZone(ZoneId.of(EAST)).toLocalDateTime());
        move("Asia/Kathmandu");
        assertThat(next(report).atZone(ZoneId.of("Asia/Kathmandu")).getHour()).isEqualTo(7);
    }

    private void move(String zone) {
        assertThat(olga.patch(PATH, Map.of("time_zone", zone)).mustBe(200).text("/time_zone"))
                .isEqualTo(zone);
        await().atMost(WITHIN).until(() -> {
            run(rebuild);
            pump.drain(world.workspace());
            return olga.get("/api/v1/figures/rebuild")
                    .mustBe(200)
                    .text("/state")
                    .equals("done");
        });
        Readers.through(world, pump, "figures", "acts");
    }

    private Instant next(String report) {
        return owner.sql("select next_at from saved_report where workspace_id = :w and id = cast(:id as uuid)")
                .param("w", world.workspace())
                .param("id", report)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private static int today(String zone) {
        return Math.toIntExact(LocalDate.now(ZoneId.of(zone)).toEpochDay());
    }

    private static List<Integer> until(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private void awaitEvaluated(int first, int last) {
        await().atMost(WITHIN).until(() -> {
            nightFalls();
            return evaluated().equals(until(first, last));
        });
    }

    private List<Integer> evaluated() {
        return owner.sql("select day from badge_day where workspace_id = :w and evaluated_at is not null order by day")
                .param("w", world.workspace())
                .query(Integer.class)
                .list();
    }

    /** When each day was evaluated: a second time would show. */
    private List<Instant> times() {
        return owner.sql("select evaluated_at from badge_day where workspace_id = :w order by day")
                .param("w", world.workspace())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }

    /** What the clock does every few seconds; whoever is at it already is done before the second. */
    private void nightFalls() {
        for (int i = 0; i < 2; i++) {
            pump.drain(world.workspace());
            run(night);
        }
    }

    private static void run(RecurringTask<Void> task) {
        task.execute(task.instance("test"), null);
    }

    private List<String> days(String table, String what) {
        return owner.sql("select (date '1970-01-01' + day) || ' ' || sum(" + what + ") from " + table
                        + " where workspace_id = :w and day < 20560 " + (table.equals("act_day") ? "and kind = 10" : "")
                        + " group by day having sum(" + what + ") > 0 order by day")
                .param("w", world.workspace())
                .query(String.class)
                .list();
    }
}
