package org.fourleaf.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.game.Bygone;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Points are given for what is done and taken back when it falls apart; boards rank by them. */
@InFourleaf
class PointTest {

    private final Worlds worlds;
    private final LogPump pump;

    PointTest(@Autowired Worlds worlds, @Autowired LogPump pump) {
        this.worlds = worlds;
        this.pump = pump;
    }

    @Test
    void points_are_given_once_and_taken_back_when_the_ticket_comes_back() {
        World world = worlds.fresh();
        Api anna = world.anna();
        String code = anna.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Printer",
                                "department",
                                "Support",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "It smokes.")))
                .mustBe(201)
                .text("/code");
        anna.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "reply", "text", "Unplug it."))
                .mustBe(201);
        for (int i = 0; i < 12; i++) {
            anna.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "note", "text", "Note " + i))
                    .mustBe(201);
        }
        anna.patch("/api/v1/tickets/" + code, Map.of("status", "resolved")).mustBe(200);
        Bygone.drained(world, pump);
        JsonNode ledger = anna.get("/api/v1/points?limit=200").mustBe(200).body();
        assertThat(sums(ledger)).contains("fast_answer 4", "note 10", "resolved 3", "first_contact_resolution 10");
        long before = ledger.at("/lifetime").asLong();

        anna.patch("/api/v1/tickets/" + code, Map.of("status", "open")).mustBe(200);
        Bygone.drained(world, pump);
        JsonNode after = anna.get("/api/v1/points?limit=200").mustBe(200).body();
        assertThat(sums(after)).contains("fast_answer 4", "note 10", "resolved 0", "first_contact_resolution 0");
        assertThat(after.at("/lifetime").asLong()).isEqualTo(before - 13);
        assertThat(after.at("/season").asLong()).isEqualTo(before - 13);
        world.bram().get("/api/v1/points?agent=" + World.ANNA).mustRefuse(404, "not-found");

        JsonNode board = anna.get("/api/v1/leaderboards").mustBe(200).body();
        assertThat(board.at("/your_rank").asInt()).isEqualTo(1);
        assertThat(board.at("/rows/0/value").asLong()).isEqualTo(before - 13);
        JsonNode notes = world.olga()
                .get("/api/v1/leaderboards?metric=notes&period=today")
                .mustBe(200)
                .body();
        assertThat(notes.at("/rows/0/agent/email").asString()).isEqualTo(World.ANNA);
        assertThat(notes.at("/rows/0/value").asInt()).isEqualTo(12);
        world.olga().get("/api/v1/leaderboards?metric=beauty").mustBe(400);
        world.olga().get("/api/v1/leaderboards?period=soon").mustBe(400);
        world.olga().patch("/api/v1/game-settings", Map.of("anonymous", true)).mustBe(200);
        assertThat(world.bram()
                        .get("/api/v1/leaderboards")
                        .mustBe(200)
                        .body()
                        .at("/rows")
                        .size())
                .isZero();
        world.olga().patch("/api/v1/point-rules/note", Map.of("points", 2)).mustBe(200);
        world.anna().patch("/api/v1/point-rules/note", Map.of("points", 5)).mustRefuse(403, "permission-missing");
    }

    @Test
    void an_entry_says_what_it_is_for_to_whom_it_may() {
        World world = worlds.fresh();
        Api anna = world.anna();
        String code = anna.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Printer",
                                "department",
                                "Support",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "It smokes.")))
                .mustBe(201)
                .text("/code");
        anna.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "note", "text", "Toner."))
                .mustBe(201);
        anna.patch("/api/v1/tickets/" + code, Map.of("status", "resolved")).mustBe(200);
        anna.patch("/api/v1/tickets/" + code, Map.of("status", "open")).mustBe(200);
        Bygone.drained(world, pump);
        List<JsonNode> entries = new ArrayList<>();
        anna.get("/api/v1/points?limit=200").mustBe(200).body().at("/items").forEach(entries::add);
        assertThat(entries).isNotEmpty();
        for (JsonNode entry : entries) {
            JsonNode told = anna.get("/api/v1/points/" + entry.at("/id").asString() + "/why")
                    .mustBe(200)
                    .body();
            assertThat(told.at("/activity/kind").asString())
                    .isEqualTo(entry.at("/activity").asString());
            assertThat(told.at("/activity/ticket").asString()).isEqualTo(code);
            boolean resolved = told.at("/rule").asString().contains("resol");
            assertThat(told.at("/reversed_by").isNull())
                    .isEqualTo(!resolved || told.at("/points").asInt() < 0);
            world.bram()
                    .get("/api/v1/points/" + entry.at("/id").asString() + "/why")
                    .mustRefuse(404, "not-found");
        }
    }

    @Test
    void rules_and_metrics_name_activities_as_the_log_does() {
        Api anna = worlds.fresh().anna();
        JsonNode rules = anna.get("/api/v1/point-rules").mustBe(200).body().at("/items");
        assertThat(rules.valueStream().map(rule -> rule.at("/activity").asString()))
                .contains("message.sent", "ticket.resolved")
                .allMatch(PointTest::isActivity);
        assertThat(rules.valueStream()
                        .flatMap(rule -> rule.at("/reversed_by").valueStream())
                        .map(JsonNode::asString))
                .contains("ticket.reopened")
                .allMatch(PointTest::isActivity);
        assertThat(anna.get("/api/v1/badge-metrics")
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .valueStream()
                        .flatMap(metric -> metric.at("/kinds").valueStream())
                        .map(JsonNode::asString))
                .contains("presence.changed")
                .allMatch(PointTest::isActivity);
    }

    private static boolean isActivity(String name) {
        return ActivityKind.ofStored(name) != null;
    }

    private static List<String> sums(JsonNode ledger) {
        List<String> sums = new ArrayList<>();
        for (PointRule rule : PointRule.shipped()) {
            long sum = 0;
            for (JsonNode entry : ledger.at("/items")) {
                if (entry.at("/rule").asString().equals(rule.id())) {
                    sum += entry.at("/points").asLong();
                }
            }
            sums.add(rule.id() + " " + sum);
        }
        return sums;
    }
}
