package org.fourleaf.kudos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Readers;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.LogPump;
import org.fourleaf.platform.log.LogRereading;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Agents thank each other; points and coins come with it, once, and go with it. */
@InFourleaf
class KudosTest {

    private final Worlds worlds;
    private final LogPump pump;
    private final LogRereading rereading;
    private final TransactionTemplate transaction;

    KudosTest(
            @Autowired Worlds worlds,
            @Autowired LogPump pump,
            @Autowired LogRereading rereading,
            @Autowired TransactionTemplate transaction) {
        this.worlds = worlds;
        this.pump = pump;
        this.rereading = rereading;
        this.transaction = transaction;
    }

    @Test
    void thanks_bring_points_and_coins_once_however_often_the_log_is_read() {
        World world = worlds.fresh();
        Api anna = world.anna();
        Api bram = world.bram();
        String id = anna.post("/api/v1/kudos", Map.of("to", World.BRAM, "message", "Saved my day. <b>Thanks</b>"))
                .mustBe(201)
                .text("/id");
        read(world);
        JsonNode purse = bram.get("/api/v1/coins").mustBe(200).body();
        assertThat(purse.at("/balance").asInt()).isEqualTo(5);
        assertThat(purse.at("/items/0/rule").asString()).isEqualTo("kudos");
        assertThat(purse.at("/items/0/activity").asString()).isEqualTo("kudos.given");
        assertThat(purse.at("/items/0/about").asString()).isEqualTo(id);
        assertThat(points(bram)).isEqualTo(5);

        reread(world, "coins");
        assertThat(balance(bram)).isEqualTo(5);

        JsonNode told = told(bram, "kudos_received");
        assertThat(told.at("/prize/name").asString()).startsWith("Saved my day");
        assertThat(told.at("/by/name").asString()).isEqualTo("Anna");

        JsonNode wall =
                world.olga().get("/api/v1/kudos?to=" + World.BRAM).mustBe(200).body();
        assertThat(wall.at("/items/0/from/email").asString()).isEqualTo(World.ANNA);
        assertThat(wall.at("/items/0/abilities/withdraw").asBoolean()).isTrue();
        assertThat(world.bram()
                        .get("/api/v1/kudos?from=me")
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .size())
                .isZero();

        bram.delete("/api/v1/kudos/" + id).mustRefuse(403, "permission-missing");
        anna.delete("/api/v1/kudos/" + id).mustBe(204);
        anna.delete("/api/v1/kudos/" + id).mustRefuse(404, "not-found");
        read(world);
        assertThat(balance(bram)).isZero();
        assertThat(points(bram)).isZero();
        assertThat(anna.get("/api/v1/kudos").mustBe(200).body().at("/items").size())
                .isZero();
        assertThat(anna.get("/api/v1/kudos/allowance")
                        .mustBe(200)
                        .body()
                        .at("/left")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void two_tabs_at_once_give_no_more_than_the_allowance() throws Exception {
        World world = worlds.fresh();
        world.olga().patch("/api/v1/kudos-settings", Map.of("per_month", 3)).mustBe(200);
        Api anna = world.anna();
        List<Integer> answers = Together.call(
                8,
                () -> anna.post("/api/v1/kudos", Map.of("to", World.BRAM, "message", "Thanks"))
                        .status());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(5);
        anna.post("/api/v1/kudos", Map.of("to", World.BRAM, "message", "Thanks"))
                .mustRefuse(409, "kudos-used-up");
        JsonNode left = anna.get("/api/v1/kudos/allowance").mustBe(200).body();
        assertThat(left.at("/given").asInt()).isEqualTo(3);
        assertThat(left.at("/left").asInt()).isZero();
        String id = anna.get("/api/v1/kudos").mustBe(200).text("/items/0/id");
        world.olga().delete("/api/v1/kudos/" + id).mustBe(204);
        assertThat(anna.get("/api/v1/kudos/allowance")
                        .mustBe(200)
                        .body()
                        .at("/left")
                        .asInt())
                .isZero();
    }

    @Test
    void thanks_taken_back_by_several_at_once_go_once() throws Exception {
        World world = worlds.fresh();
        String id = world.anna()
                .post("/api/v1/kudos", Map.of("to", World.BRAM, "message", "Thanks"))
                .mustBe(201)
                .text("/id");
        Api olga = world.olga();
        List<Integer> answers =
                Together.call(6, () -> olga.delete("/api/v1/kudos/" + id).status());
        assertThat(answers).filteredOn(status -> status == 204).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 404).hasSize(5);
        read(world);
        assertThat(balance(world.bram())).isZero();
        assertThat(points(world.bram())).isZero();
    }

    @Test
    void kudos_go_to_a_colleague_at_work_with_words_and_a_ticket_one_may_see() {
        World world = worlds.fresh();
        Api anna = world.anna();
        anna.post("/api/v1/kudos", Map.of("to", World.ANNA, "message", "I am great"))
                .mustRefuse(422, "invalid")
                .mustName("/to");
        anna.post("/api/v1/kudos", Map.of("to", "nobody@example.com", "message", "Hi"))
                .mustRefuse(422, "invalid")
                .mustName("/to");
        anna.post("/api/v1/kudos", Map.of("to", World.BRAM, "message", " \n "))
                .mustRefuse(400, "malformed")
                .mustName("/message");
        anna.post("/api/v1/kudos", Map.of("to", World.BRAM, "message", "x".repeat(501)))
                .mustBe(400);
        anna.post("/api/v1/kudos", Map.of("to", World.BRAM, "message", "Hi", "ticket", "AAA-99999"))
                .mustRefuse(422, "invalid")
                .mustName("/ticket");
        anna.post("/api/v1/kudos", Map.of("to", World.BRAM, "message", "Hi", "coins", 500))
                .mustBe(400);
        anna.patch("/api/v1/kudos-settings", Map.of("per_month", 3)).mustRefuse(403, "permission-missing");
        world.olga().patch("/api/v1/kudos-settings", Map.of("per_month", -1)).mustBe(400);
        anna.delete("/api/v1/kudos/not-an-id").mustBe(400);
        anna.get("/api/v1/kudos?cursor=zzz").mustBe(400);
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
        anna.post("/api/v1/kudos", Map.of("to", World.OLGA, "message", "For this one", "ticket", code))
                .mustBe(201);
        assertThat(anna.get("/api/v1/kudos").mustBe(200).text("/items/0/ticket/code"))
                .isEqualTo(code);
        world.addAgent("Gone", "gone@example.com");
        world.olga().delete("/api/v1/agents/gone@example.com").mustBe(204);
        anna.post("/api/v1/kudos", Map.of("to", "gone@example.com", "message", "Hi"))
                .mustRefuse(422, "invalid")
                .mustName("/to");
    }

    @Test
    void who_manages_the_workspace_gives_and_takes_coins_but_not_more_than_there_are() throws Exception {
        World world = worlds.fresh();
        Api olga = world.olga();
        Map<String, Object> gift = Map.of("agent", World.ANNA, "coins", 30, "reason", "Ran the open day");
        world.anna().post("/api/v1/coins", gift).mustRefuse(403, "permission-missing");
        olga.post("/api/v1/coins", gift).mustBe(201);
        olga.post("/api/v1/coins", Map.of("agent", World.ANNA, "coins", 0, "reason", "x"))
                .mustRefuse(400, "malformed")
                .mustName("/coins");
        olga.post("/api/v1/coins", Map.of("agent", World.ANNA, "coins", 1, "reason", "  "))
                .mustBe(400);
        olga.post("/api/v1/coins", Map.of("agent", World.ANNA, "coins", 100_001, "reason", "x"))
                .mustBe(400);
        olga.post("/api/v1/coins", Map.of("agent", World.ANNA, "coins", -31, "reason", "x"))
                .mustRefuse(409, "not-enough-coins");
        List<Integer> taken = Together.call(
                6,
                () -> olga.post("/api/v1/coins", Map.of("agent", World.ANNA, "coins", -10, "reason", "Too much"))
                        .status());
        assertThat(taken).filteredOn(status -> status == 201).hasSize(3);
        JsonNode purse = world.anna().get("/api/v1/coins").mustBe(200).body();
        assertThat(purse.at("/balance").asInt()).isZero();
        assertThat(purse.at("/items/0/by/email").asString()).isEqualTo(World.OLGA);
        assertThat(purse.at("/abilities/grant").asBoolean()).isFalse();
        assertThat(Stream.of("rule", "reason")
                        .map(part -> purse.at("/items/3/" + part).asString()))
                .containsExactly("grant", "Ran the open day");
        world.bram().get("/api/v1/coins?agent=" + World.ANNA).mustRefuse(404, "not-found");
        olga.get("/api/v1/coins?agent=" + World.ANNA + "&limit=2").mustBe(200);
    }

    private static int balance(Api agent) {
        return agent.get("/api/v1/coins").mustBe(200).body().at("/balance").asInt();
    }

    private static int points(Api agent) {
        return agent.get("/api/v1/points").mustBe(200).body().at("/lifetime").asInt();
    }

    private void read(World world) {
        Readers.through(world, pump, "coins", "points", "notifications");
    }

    private void reread(World world, String reader) {
        Workspaces.run(
                world.workspace(),
                () -> transaction.executeWithoutResult(status -> rereading.fromTheStart(world.workspace(), reader)));
        read(world);
    }

    private static JsonNode told(Api agent, String kind) {
        return agent.get("/api/v1/notifications")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
