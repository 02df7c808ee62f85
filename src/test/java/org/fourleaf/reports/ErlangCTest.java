package org.fourleaf.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.fourleaf.reports.ErlangC.Demand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ErlangCTest {

    private static final Path CORPUS = Path.of(System.getProperty("fourleaf.corpora", "../shared/corpora"), "kpi");

    @ParameterizedTest
    @CsvSource({
        "11, 0.6821182, 0.3896138, 122.78128",
        "13, 0.2852705, 0.7955948, 17.11623",
        "14, 0.1741319, 0.88835, 7.83594"
    })
    void a_hundred_calls_of_three_minutes_in_half_an_hour_wait_as_published(
            int agents, double waits, double serviceLevel, double asa) {
        ErlangC queue = ErlangC.of(new Demand(100, 1_800, 180, 20), agents);
        assertThat(queue.traffic()).isEqualTo(10);
        assertThat(queue.pWait()).isCloseTo(waits, within(1e-6));
        assertThat(queue.serviceLevel()).isCloseTo(serviceLevel, within(1e-6));
        assertThat(queue.asaSeconds()).isCloseTo(asa, within(1e-4));
    }

    @Test
    void the_fewest_agents_reach_the_goal_and_shrinkage_adds_to_them() {
        Demand demand = new Demand(100, 1_800, 180, 20);
        assertThat(ErlangC.fewest(demand, 0.8, 0.85).agents()).isEqualTo(14);
        assertThat(ErlangC.fewest(demand, 0.8, 0.7).agents()).isEqualTo(15);
        assertThat(ErlangC.withShrinkage(14, 0.3)).isEqualTo(20);
        assertThat(ErlangC.fewest(new Demand(342, 1_800, 430, 20), 0.8, 1).agents())
                .isEqualTo(90);
        assertThat(ErlangC.fewest(new Demand(0, 1_800, 180, 20), 0.8, 1).agents())
                .isEqualTo(1);
        assertThatThrownBy(() -> ErlangC.of(demand, 10)).hasMessageContaining("traffic");
    }

    @Test
    void the_grid_and_the_published_results_come_out() throws IOException {
        assumeThat(Files.isDirectory(CORPUS)).as("the corpus is here").isTrue();
        List<String> grid = Files.readAllLines(CORPUS.resolve("erlang_c_grid.csv"));
        for (String line : grid.subList(1, grid.size())) {
            double[] row = Arrays.stream(line.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            ErlangC queue = ErlangC.of(new Demand(row[0], row[1], row[2], row[3]), (int) row[5]);
            assertThat(queue.occupancy()).as(line).isCloseTo(row[6], within(1e-6));
            assertThat(queue.pWait()).as(line).isCloseTo(row[7], within(1e-6));
            assertThat(queue.serviceLevel()).as(line).isCloseTo(row[8], within(1e-6));
            assertThat(queue.asaSeconds()).as(line).isCloseTo(row[9], within(row[9] * 1e-6 + 1e-6));
        }
        for (JsonNode one : JsonMapper.shared().readTree(Files.readString(CORPUS.resolve("erlang_published.json")))) {
            JsonNode input = one.at("/input");
            if (!input.has("calls") || input.has("model") || one.at("/expected").has("error")) {
                continue;
            }
            Demand demand = new Demand(
                    input.path("calls").asDouble(),
                    input.path("interval_s").asDouble(),
                    input.path("aht_s").asDouble(),
                    input.path("target_s").asDouble());
            ErlangC queue = input.has("agents")
                    ? ErlangC.of(demand, input.path("agents").asInt())
                    : ErlangC.fewest(
                            demand,
                            input.path("service_level_goal").asDouble(),
                            input.path("max_occupancy").asDouble());
            JsonNode expected = one.at("/expected");
            String as = one.path("id").asString();
            assertThat(queue.agents()).as(as).isEqualTo(expected.path("agents").asInt(queue.agents()));
            assertThat(queue.occupancy())
                    .as(as)
                    .isCloseTo(expected.path("occupancy").asDouble(queue.occupancy()), within(1e-3));
            assertThat(queue.pWait()).as(as).isCloseTo(expected.path("p_wait").asDouble(queue.pWait()), within(1e-3));
            assertThat(queue.serviceLevel())
                    .as(as)
                    .isCloseTo(expected.path("service_level").asDouble(queue.serviceLevel()), within(1e-3));
            if (expected.has("agents_with_shrinkage")) {
                assertThat(ErlangC.withShrinkage(
                                queue.agents(), input.path("shrinkage").asDouble()))
                        .as(as)
                        .isEqualTo(expected.path("agents_with_shrinkage").asInt());
            }
        }
    }
}
