package org.fourleaf.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people do in the desk counts as its definitions say: the facts the other modules write are those figures need. */
@InFourleaf
class DeskFiguresTest {

    private final World world;
    private final Past past;
    private final Api anna;

    DeskFiguresTest(@Autowired Worlds worlds, @Autowired LogPump pump) {
        world = worlds.fresh();
        past = new Past(world, pump);
        anna = world.anna();
    }

    @Test
    void a_day_at_the_desk_is_counted() {
        anna.put("/api/v1/agents/" + World.ANNA + "/presence", Map.of("state", "online"))
                .mustBe(200);
        String solved = open();
        reply(solved);
        anna.patch(solved, Map.of("status", "resolved")).mustBe(200);
        String returned = open();
        reply(returned);
        anna.patch(returned, Map.of("status", "resolved")).mustBe(200);
        anna.patch(returned, Map.of("status", "open")).mustBe(200);
        reply(returned);
        anna.patch(returned, Map.of("status", "resolved")).mustBe(200);
        String merged = open();
        anna.put(merged + "/merge", Map.of("into", code(returned))).mustBe(200);
        String spam = open();
        anna.patch(spam, Map.of("status", "spam")).mustBe(200);
        String waiting = open();
        anna.patch(waiting, Map.of("assignee", World.ANNA, "tags", List.of("printer")))
                .mustBe(200);
        note(waiting);
        past.drained();

        JsonNode total = read("");
        assertThat(total.at("/volume/value").asInt()).isEqualTo(5);
        assertThat(total.at("/case_resolution/denominator").asInt()).isEqualTo(3);
        assertThat(total.at("/case_resolution/numerator").asInt()).isEqualTo(2);
        assertThat(total.at("/case_resolution_cohort/numerator").asInt()).isEqualTo(2);
        assertThat(total.at("/fcr/numerator").asInt()).isEqualTo(1);
        assertThat(total.at("/fcr/provisional").asBoolean()).isTrue();
        assertThat(total.at("/reopen_rate/numerator").asInt()).isEqualTo(1);
        assertThat(total.at("/reopen_rate/denominator").asInt()).isEqualTo(3);
        assertThat(total.at("/backlog/value").asInt()).isEqualTo(1);
        assertThat(total.at("/first_answer_time/denominator").asInt()).isEqualTo(2);
        assertThat(total.at("/next_answer_time/denominator").asInt()).isEqualTo(1);
        assertThat(total.at("/first_assign_time/denominator").asInt()).isPositive();
        assertThat(total.at("/resolution_time/denominator").asInt()).isEqualTo(3);
        assertThat(read("&tag=printer").at("/volume/value").asInt()).isEqualTo(1);
        assertThat(read("&tag=printer").at("/backlog/value").asInt()).isEqualTo(1);
        assertThat(read("&department=Support").at("/backlog/value").asInt()).isEqualTo(1);
        assertThat(read("&agent=" + World.ANNA).at("/reopen_rate/denominator").asInt())
                .isEqualTo(3);
        anna.patch(waiting, Map.of("department", "Sales")).mustBe(200);
        anna.patch(spam, Map.of("status", "new"));
        past.drained();
        assertThat(read("&department=Sales").at("/backlog/value").asInt()).isEqualTo(1);
        assertThat(read("&department=Sales").at("/volume/value").asInt()).isZero();

        JsonNode rows = world.olga()
                .get("/api/v1/reports/agents?" + period())
                .mustBe(200)
                .body()
                .at("/rows/0/values");
        assertThat(rows.at("/answers").asInt()).isEqualTo(3);
        assertThat(rows.at("/notes").asInt()).isEqualTo(1);
        assertThat(rows.at("/resolved_tickets").asInt()).isEqualTo(3);
        assertThat(rows.at("/work_time").isNumber()).isTrue();
    }

    private static String period() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return "time_zone=UTC&from=" + today.minusDays(1) + "&to=" + today.plusDays(2);
    }

    private JsonNode read(String more) {
        return world.olga()
                .get("/api/v1/kpis?" + period() + more)
                .mustBe(200)
                .body()
                .at("/total");
    }

    private String open() {
        return "/api/v1/tickets/"
                + anna.post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject",
                                        "Broken",
                                        "department",
                                        "Support",
                                        "customer",
                                        Map.of("email", World.OMAR),
                                        "message",
                                        Map.of("text", "It prints only cats.")))
                        .mustBe(201)
                        .text("/code");
    }

    private void reply(String ticket) {
        anna.post(ticket + "/messages", Map.of("type", "reply", "text", "We are on it."))
                .mustBe(201);
    }

    private void note(String ticket) {
        anna.post(ticket + "/messages", Map.of("type", "note", "text", "Hm.")).mustBe(201);
    }

    private static String code(String ticket) {
        return ticket.substring(ticket.lastIndexOf('/') + 1);
    }
}
