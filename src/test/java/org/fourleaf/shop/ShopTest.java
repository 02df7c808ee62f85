package org.fourleaf.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Readers;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Coins buy what the shop has: the last one goes to one buyer, nobody pays with coins they have not, and what is refused is given back. */
@InFourleaf
class ShopTest {

    private final Worlds worlds;
    private final LogPump pump;

    ShopTest(@Autowired Worlds worlds, @Autowired LogPump pump) {
        this.worlds = worlds;
        this.pump = pump;
    }

    @Test
    void two_buyers_never_get_the_last_one() throws Exception {
        World world = worlds.fresh();
        String mug = item(world, Map.of("name", "Mug", "cost", 10, "stock", 1));
        rich(world, World.ANNA, 100);
        rich(world, World.BRAM, 100);
        List<Api> buyers = List.of(world.anna(), world.bram());
        AtomicInteger turn = new AtomicInteger();
        List<String> outcomes = Together.call(
                8,
                () -> outcome(buyers.get(turn.getAndIncrement() % 2).post("/api/v1/shop-orders", Map.of("item", mug))));
        assertThat(outcomes).filteredOn("bought"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("sold-out"::equals).hasSize(7);
        assertThat(balance(buyers.get(0)) + balance(buyers.get(1))).isEqualTo(190);
        assertThat(world.olga()
                        .get("/api/v1/shop/" + mug)
                        .mustBe(200)
                        .body()
                        .at("/stock")
                        .asInt())
                .isZero();
    }

    @Test
    void nobody_spends_a_coin_twice_or_gets_more_than_one_agent_may() throws Exception {
        World world = worlds.fresh();
        String book = item(world, Map.of("name", "Book", "cost", 10));
        String cake = item(world, Map.of("name", "Cake", "cost", 1, "per_agent_max", 2));
        rich(world, World.ANNA, 25);
        Api anna = world.anna();
        List<String> books = Together.call(6, () -> outcome(anna.post("/api/v1/shop-orders", Map.of("item", book))));
        assertThat(books).filteredOn("bought"::equals).hasSize(2);
        assertThat(books).filteredOn("not-enough-coins"::equals).hasSize(4);
        assertThat(balance(anna)).isEqualTo(5);
        List<String> cakes = Together.call(5, () -> outcome(anna.post("/api/v1/shop-orders", Map.of("item", cake))));
        assertThat(cakes).filteredOn("bought"::equals).hasSize(2);
        assertThat(cakes).filteredOn("limit-reached"::equals).hasSize(3);
        assertThat(balance(anna)).isEqualTo(3);
        Api once = anna.with("Idempotency-Key", "cake-or-book");
        world.olga()
                .post("/api/v1/coins", Map.of("agent", World.ANNA, "coins", 20, "reason", "More"))
                .mustBe(201);
        String order = once.post("/api/v1/shop-orders", Map.of("item", book))
                .mustBe(201)
                .text("/id");
        assertThat(once.post("/api/v1/shop-orders", Map.of("item", book))
                        .mustBe(201)
                        .text("/id"))
                .isEqualTo(order);
        assertThat(balance(anna)).isEqualTo(13);
    }

    @Test
    void an_order_is_paid_at_once_approved_by_a_lead_handed_out_or_given_back() {
        World world = worlds.fresh();
        Api olga = world.olga();
        Api anna = world.anna();
        String day =
                item(world, Map.of("name", "A day off", "cost", 40, "stock", 1, "approval", true, "picture", "sun"));
        rich(world, World.ANNA, 50);
        olga.post(
                        "/api/v1/agents",
                        Map.of("name", "Lea", "email", "lea@example.com", "password", World.PASSWORD, "role", "lead"))
                .mustBe(201);
        Api lea = world.agent("lea@example.com");
        anna.post("/api/v1/shop-orders", Map.of("item", day, "cost", 39)).mustRefuse(409, "price-changed");
        String order = anna.post("/api/v1/shop-orders", Map.of("item", day, "wish", "Friday"))
                .mustBe(201)
                .text("/id");
        assertThat(balance(anna)).isEqualTo(10);
        Readers.through(world, pump, "notifications");
        assertThat(lea.get("/api/v1/notifications").mustBe(200).text("/items/0/kind"))
                .isEqualTo("order_placed");
        assertThat(lea.get("/api/v1/shop-orders?state=waiting").mustBe(200).text("/items/0/wish"))
                .isEqualTo("Friday");
        assertThat(world.bram()
                        .get("/api/v1/shop-orders")
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .size())
                .isZero();
        world.bram().get("/api/v1/shop-orders/" + order).mustRefuse(404, "not-found");
        world.bram().get("/api/v1/shop-orders?agent=" + World.ANNA).mustRefuse(403, "permission-missing");
        anna.post("/api/v1/shop-orders/" + order + "/approve", Map.of()).mustRefuse(403, "permission-missing");
        lea.post("/api/v1/shop-orders/" + order + "/cancel", Map.of()).mustRefuse(403, "not-yours");
        lea.post("/api/v1/shop-orders/" + order + "/fulfil", Map.of()).mustRefuse(409, "not-possible");
        lea.post("/api/v1/shop-orders/" + order + "/refuse", Map.of("note", "Too busy then"))
                .mustBe(200);
        lea.post("/api/v1/shop-orders/" + order + "/refuse", Map.of()).mustRefuse(409, "not-possible");
        assertThat(balance(anna)).isEqualTo(50);
        Readers.through(world, pump, "notifications");
        assertThat(anna.get("/api/v1/notifications").mustBe(200).text("/items/0/prize/name"))
                .isEqualTo("A day off");

        String again = anna.post("/api/v1/shop-orders", Map.of("item", day))
                .mustBe(201)
                .text("/id");
        lea.post("/api/v1/shop-orders/" + again + "/approve", Map.of()).mustBe(200);
        lea.post("/api/v1/shop-orders/" + again + "/fulfil", Map.of()).mustBe(200);
        anna.post("/api/v1/shop-orders/" + again + "/cancel", Map.of()).mustRefuse(409, "not-possible");
        lea.post("/api/v1/shop-orders/" + again + "/refund", Map.of("note", "It rained"))
                .mustBe(200);
        JsonNode history =
                anna.get("/api/v1/shop-orders/" + again).mustBe(200).body().at("/history");
        assertThat(history.valueStream().map(step -> step.at("/state").asString()))
                .containsExactly("waiting", "approved", "fulfilled", "refunded");
        assertThat(history.at("/3/note").asString()).isEqualTo("It rained");
        assertThat(balance(anna)).isEqualTo(50);
        assertThat(anna.get("/api/v1/coins")
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .valueStream()
                        .map(entry -> entry.at("/rule").asString()))
                .containsExactly("refund", "order", "refund", "order", "grant");

        rich(world, "lea@example.com", 40);
        olga.patch("/api/v1/shop/" + day, Map.of("stock", 5)).mustBe(200);
        String own =
                lea.post("/api/v1/shop-orders", Map.of("item", day)).mustBe(201).text("/id");
        lea.post("/api/v1/shop-orders/" + own + "/approve", Map.of()).mustRefuse(403, "own-order");
        lea.post("/api/v1/shop-orders/" + own + "/cancel", Map.of()).mustBe(200);
        assertThat(balance(lea)).isEqualTo(40);
    }

    @Test
    void an_order_that_many_refuse_at_once_is_given_back_once() throws Exception {
        World world = worlds.fresh();
        String plant = item(world, Map.of("name", "Plant", "cost", 10, "stock", 1, "approval", true));
        rich(world, World.ANNA, 10);
        String order = world.anna()
                .post("/api/v1/shop-orders", Map.of("item", plant))
                .mustBe(201)
                .text("/id");
        Api olga = world.olga();
        List<Integer> answers = Together.call(
                6,
                () -> olga.post("/api/v1/shop-orders/" + order + "/refuse", Map.of())
                        .status());
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(5);
        assertThat(balance(world.anna())).isEqualTo(10);
        assertThat(olga.get("/api/v1/shop/" + plant)
                        .mustBe(200)
                        .body()
                        .at("/stock")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whoever_goes_leaves_what_they_waited_for_to_the_others() {
        World world = worlds.fresh();
        String plant = item(world, Map.of("name", "Plant", "cost", 10, "stock", 1, "approval", true));
        rich(world, World.ANNA, 10);
        world.anna().post("/api/v1/shop-orders", Map.of("item", plant)).mustBe(201);
        world.olga().delete("/api/v1/agents/" + World.ANNA).mustBe(204);
        assertThat(world.olga()
                        .get("/api/v1/shop/" + plant)
                        .mustBe(200)
                        .body()
                        .at("/stock")
                        .asInt())
                .isEqualTo(1);
        assertThat(world.olga()
                        .get("/api/v1/coins?agent=" + World.ANNA)
                        .mustBe(200)
                        .body()
                        .at("/balance")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void items_are_kept_by_who_manages_the_workspace() {
        World world = worlds.fresh();
        Api olga = world.olga();
        world.anna().post("/api/v1/shop", Map.of("name", "Mug", "cost", 1)).mustRefuse(403, "permission-missing");
        olga.post("/api/v1/shop", Map.of("cost", 1))
                .mustRefuse(400, "malformed")
                .mustName("/name");
        olga.post("/api/v1/shop", Map.of("name", "Mug"))
                .mustRefuse(400, "malformed")
                .mustName("/cost");
        olga.post("/api/v1/shop", Map.of("name", " ", "cost", 1)).mustBe(400);
        olga.post("/api/v1/shop", Map.of("name", "Mug", "cost", -1)).mustBe(400);
        olga.post("/api/v1/shop", Map.of("name", "Mug", "cost", 1, "stock", -1)).mustBe(400);
        olga.post("/api/v1/shop", Map.of("name", "Mug", "cost", 1, "picture", "../x"))
                .mustRefuse(422, "invalid")
                .mustName("/picture");
        olga.post("/api/v1/shop-orders", Map.of("item", "x")).mustBe(400);
        olga.post("/api/v1/shop-orders", Map.of()).mustBe(400);
        olga.get("/api/v1/shop-orders?state=lost").mustBe(400);
        String mug = item(world, Map.of("name", "Mug", "cost", 0, "stock", 3));
        Map<String, Object> unlimited = new HashMap<>();
        unlimited.put("stock", null);
        olga.with("If-Match", "\"1\"").patch("/api/v1/shop/" + mug, unlimited).mustBe(200);
        olga.with("If-Match", "\"1\"")
                .patch("/api/v1/shop/" + mug, Map.of("cost", 2))
                .mustRefuse(412, "stale");
        assertThat(olga.get("/api/v1/shop/" + mug)
                        .mustBe(200)
                        .body()
                        .at("/stock")
                        .isNull())
                .isTrue();
        world.anna().post("/api/v1/shop-orders", Map.of("item", mug)).mustBe(201);
        olga.patch("/api/v1/shop/" + mug, Map.of("active", false)).mustBe(200);
        world.anna().get("/api/v1/shop/" + mug).mustRefuse(404, "not-found");
        world.anna().post("/api/v1/shop-orders", Map.of("item", mug)).mustRefuse(404, "not-found");
        olga.delete("/api/v1/shop/" + mug).mustBe(204);
        olga.delete("/api/v1/shop/" + mug).mustRefuse(404, "not-found");
        assertThat(world.anna().get("/api/v1/shop-orders").mustBe(200).text("/items/0/item/name"))
                .isEqualTo("Mug");
    }

    @Test
    void everybody_reads_items_in_their_language_and_orders_as_they_were_called_then() {
        World world = worlds.fresh();
        Api olga = world.olga();
        Api anna = world.anna();
        String mug = item(
                world,
                Map.of(
                        "cost",
                        0,
                        "texts",
                        Map.of(
                                "en", Map.of("name", "Mug", "text", "Of tin.\nFor tea."),
                                "lt", Map.of("name", "Puodelis"))));
        anna.patch("/api/v1/me", Map.of("language", "lt")).mustBe(200);
        world.bram().patch("/api/v1/me", Map.of("language", "el")).mustBe(200);
        assertThat(anna.get("/api/v1/shop/" + mug).mustBe(200).text("/name")).isEqualTo("Puodelis");
        assertThat(anna.get("/api/v1/shop/" + mug).text("/text")).isEqualTo("Of tin.\nFor tea.");
        assertThat(world.bram().get("/api/v1/shop/" + mug).text("/name")).isEqualTo("Mug");
        String order = anna.post("/api/v1/shop-orders", Map.of("item", mug))
                .mustBe(201)
                .text("/id");
        olga.patch("/api/v1/shop/" + mug, Map.of("name", "Cup")).mustBe(200);
        assertThat(olga.get("/api/v1/shop/" + mug).text("/texts/lt/name")).isEqualTo("Puodelis");
        assertThat(world.bram().get("/api/v1/shop/" + mug).text("/name")).isEqualTo("Cup");
        assertThat(olga.get("/api/v1/shop-orders/" + order).mustBe(200).text("/item/name"))
                .isEqualTo("Mug");
        assertThat(anna.get("/api/v1/shop-orders").mustBe(200).text("/items/0/item/name"))
                .isEqualTo("Puodelis");
        olga.patch("/api/v1/shop/" + mug, Map.of("texts", Map.of("xx", Map.of("name", "Mug"))))
                .mustRefuse(400, "malformed")
                .mustName("/texts");
        olga.post("/api/v1/shop", Map.of("cost", 1, "texts", Map.of("en", Map.of("text", "Nameless"))))
                .mustRefuse(400, "malformed")
                .mustName("/name");
    }

    @Test
    void an_item_may_have_a_picture_of_ones_own_which_its_buyers_keep_seeing() {
        World world = worlds.fresh();
        Api olga = world.olga();
        String mug = item(world, Map.of("name", "Mug", "cost", 0, "picture", "cup"));
        String path = "/api/v1/shop/" + mug + "/picture";
        byte[] svg =
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><script>x()</script><circle r='4'/></svg>"
                        .getBytes(StandardCharsets.UTF_8);
        world.anna().get(path).mustRefuse(404, "not-found");
        world.anna().send("PUT", path, svg, "image/svg+xml").mustRefuse(403, "permission-missing");
        String url = olga.send("PUT", path, svg, "image/svg+xml").mustBe(200).text("/picture_url");
        Api.Answer got = world.anna().get(url).mustBe(200);
        assertThat(got.string()).contains("<circle").doesNotContain("script");
        assertThat(got.header("Content-Security-Policy")).contains("sandbox");
        olga.send("PUT", path, "no".getBytes(StandardCharsets.UTF_8), "image/png")
                .mustRefuse(422, "not-a-picture");
        olga.send("PUT", path, new byte[300 * 1024], "image/png").mustRefuse(413, "too-large");
        world.anna().post("/api/v1/shop-orders", Map.of("item", mug)).mustBe(201);
        olga.delete("/api/v1/shop/" + mug).mustBe(204);
        assertThat(world.anna().get("/api/v1/shop-orders").mustBe(200).text("/items/0/item/picture_url"))
                .isEqualTo(url);
        world.anna().get(url).mustBe(200);
        world.bram().get(url).mustRefuse(404, "not-found");
        String book = item(world, Map.of("name", "Book", "cost", 0));
        olga.send("PUT", "/api/v1/shop/" + book + "/picture", svg, "image/svg+xml")
                .mustBe(200);
        assertThat(olga.patch("/api/v1/shop/" + book, Map.of("picture", "book"))
                        .mustBe(200)
                        .body()
                        .at("/picture_url")
                        .isNull())
                .isTrue();
    }

    private static String item(World world, Map<String, Object> item) {
        return world.olga().post("/api/v1/shop", item).mustBe(201).text("/id");
    }

    private static void rich(World world, String agent, int coins) {
        world.olga()
                .post("/api/v1/coins", Map.of("agent", agent, "coins", coins, "reason", "To begin with"))
                .mustBe(201);
    }

    private static String outcome(Api.Answer answer) {
        return answer.status() == 201 ? "bought" : answer.text("/type").replace("/problems/", "");
    }

    private static int balance(Api agent) {
        return agent.get("/api/v1/coins").mustBe(200).body().at("/balance").asInt();
    }
}
