package org.fourleaf.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Figures depend on which activities there are and on nothing else: not on their order, not on whether they were counted once or anew. */
@InFourleaf
class FigureRebuildTest {

    private static final int TICKETS = 120;
    private static final List<String> TABLES = List.of(
            "figure_quarter",
            "figure_day",
            "figure_tag_quarter",
            "figure_tag_day",
            "figure_customer",
            "figure_disposition",
            "figure_word",
            "figure_bin_quarter",
            "figure_bin_day",
            "figure_bin_month",
            "customer_since",
            "case_file",
            "case_again",
            "case_tag",
            "case_tagged",
            "rating_mark",
            "presence_mark");

    private final Worlds worlds;
    private final LogPump pump;
    private final FigureRebuilding rebuilding;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    FigureRebuildTest(@Autowired Worlds worlds, @Autowired LogPump pump, @Autowired FigureRebuilding rebuilding) {
        this.worlds = worlds;
        this.pump = pump;
        this.rebuilding = rebuilding;
    }

    @Test
    void counted_anew_from_the_log_they_are_the_same_row_by_row() {
        World world = worlds.fresh();
        Past past = new Past(world, pump);
        List<String> lines = new ArrayList<>(History.lines(History.random(11, TICKETS)));
        Collections.shuffle(lines, new Random(3));
        for (int i = 0; i < 10; i++) {
            // Some come twice, in small pieces, late.
            int from = Math.max(0, lines.size() * i / 10 - 50);
            past.bring(lines.subList(from, lines.size() * (i + 1) / 10));
        }
        Map<String, List<String>> before = rows(world);
        assertThat(before.values()).noneMatch(List::isEmpty);
        JsonNode kpis = kpis(world);
        assertThat(world.olga()
                        .post("/api/v1/figures/rebuild", Map.of())
                        .mustBe(201)
                        .text("/state"))
                .isEqualTo("clearing");
        world.anna().post("/api/v1/figures/rebuild", Map.of()).mustRefuse(403, "permission-missing");
        past.bring(History.lines(History.random(12, 1)).subList(0, 0));
        finish(world, past);
        assertThat(world.olga().get("/api/v1/figures/rebuild").text("/state")).isEqualTo("done");
        TABLES.forEach(table -> assertThat(rows(world).get(table)).as(table).isEqualTo(before.get(table)));
        assertThat(kpis(world)).isEqualTo(kpis);
    }

    @Test
    void in_whatever_order_activities_come_figures_are_the_same() {
        List<String> lines = new ArrayList<>(History.lines(History.random(13, TICKETS)));
        World inOrder = worlds.fresh();
        new Past(inOrder, pump).bring(lines);
        Collections.reverse(lines);
        World backwards = worlds.fresh();
        new Past(backwards, pump).bring(lines);
        assertThat(kpis(backwards)).isEqualTo(kpis(inOrder));
    }

    @Test
    void a_case_of_a_thousand_turns_counts_to_its_last() {
        World world = worlds.fresh();
        List<String> lines = new ArrayList<>();
        lines.add(turn(0, "ticket.created"));
        for (int i = 1; i <= 1_201; i++) {
            lines.add(turn(i, i % 2 == 1 ? "ticket.resolved" : "ticket.reopened"));
        }
        new Past(world, pump).bring(lines);
        JsonNode total = world.olga()
                .get("/api/v1/kpis?from=2026-03-01&to=2026-04-01&kpi=backlog,case_resolution,reopen_rate")
                .mustBe(200)
                .body()
                .at("/total");
        assertThat(total.at("/backlog/value").asInt()).isZero();
        assertThat(total.at("/case_resolution/numerator").asInt()).isOne();
        assertThat(total.at("/reopen_rate/denominator").asInt()).isEqualTo(601);
        new Past(world, pump).bring(List.of(turn(1_202, "ticket.reopened")));
        assertThat(world.olga()
                        .get("/api/v1/kpis?from=2026-03-01&to=2026-04-01&kpi=backlog")
                        .body()
                        .at("/total/backlog/value")
                        .asInt())
                .isOne();
    }

    private static String turn(int number, String kind) {
        return "{\"external_id\":\"B-%d\",\"at\":\"%s\",\"kind\":\"%s\",\"ticket\":\"B\",\"department\":\"Support\"}"
                .formatted(number, Instant.parse("2026-03-02T00:00:00Z").plusSeconds(number * 600L), kind);
    }

    private void finish(World world, Past past) {
        Actor clock = Actor.clock(world.workspace());
        for (int i = 0; i < 1_000 && !isDone(world); i++) {
            Workspaces.run(world.workspace(), () -> {
                while (rebuilding.step(clock)) {
                    // The next rows.
                }
            });
            past.drained();
        }
    }

    private boolean isDone(World world) {
        return world.olga().get("/api/v1/figures/rebuild").text("/state").equals("done");
    }

    private static JsonNode kpis(World world) {
        return world.olga()
                .get("/api/v1/kpis?from=2026-03-01&to=2026-05-01&by=day&time_zone=Europe/Vilnius")
                .mustBe(200)
                .body()
                .at("/slices");
    }

    /** Rows that hold nothing say nothing. */
    private Map<String, List<String>> rows(World world) {
        Map<String, List<String>> rows = new java.util.HashMap<>();
        for (String table : TABLES) {
            rows.put(
                    table,
                    owner
                            .sql(
                                    "select row from (select jsonb_strip_nulls(to_jsonb(t))::text as row, to_jsonb(t) as all_of_it from "
                                            + table + " t where workspace_id = :w) as r order by 1")
                            .param("w", world.workspace())
                            .query(Row.as(row -> row.text("row")))
                            .list()
                            .stream()
                            .filter(row -> !table.startsWith("figure_")
                                    || row.chars().filter(c -> c == ',').count() > keys(table))
                            .filter(row -> !row.contains("\"n\": 0"))
                            .toList());
        }
        return rows;
    }

    private static int keys(String table) {
        return table.equals("figure_word")
                ? 0
                : table.contains("quarter") || table.contains("day") ? table.contains("tag") ? 5 : 4 : 5;
    }
}
