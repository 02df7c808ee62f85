package org.fourleaf.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.Log;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls of webhooks against a real web server, from the rule's words to the third try. */
@InFourleaf
class WebhookDeliveryTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration WITHIN = Duration.ofMinutes(2);

    /** A call as it arrived. */
    private record Call(Headers headers, String body) {
        String header(String name) {
            return Objects.requireNonNull(headers.getFirst(name));
        }
    }

    private final Worlds worlds;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    @Autowired
    WebhookStore store;

    @Autowired
    DeliveryStore deliveries;

    @Autowired
    WebhookSending sending;

    @Autowired
    ChatAddresses chats;

    @Autowired
    Log log;

    @Autowired
    JsonMapper json;

    @Autowired
    TransactionOperations transaction;

    private HttpServer server;
    private OutsideCall outside;
    private World world;
    private Instant now = Instant.now();
    private WebhookCalling calling;

    WebhookDeliveryTest(@Autowired Worlds worlds) {
        this.worlds = worlds;
    }

    @BeforeAll
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(exchange.getRequestHeaders(), body));
            Integer status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            exchange.close();
        });
        server.start();
        outside = new OutsideCall(true);
        InstantSource settable = () -> now;
        calling = new WebhookCalling(store, deliveries, outside, log, transaction, settable.withZone(ZoneOffset.UTC));
    }

    @AfterAll
    void stop() throws IOException {
        server.stop(0);
        outside.destroy();
    }

    @BeforeEach
    void aFreshWorld() {
        world = worlds.fresh();
        calls.clear();
        answers.clear();
    }

    @Test
    void a_call_that_fails_twice_is_made_again_signed_anew_under_the_same_id() {
        Api.Answer webhook = webhook("signed");
        UUID id = webhook.id("/id");
        suspended();
        answers.addAll(List.of(503, 500, 200));
        queue(id);
        assertThat(round()).isOne();
        assertThat(round()).isZero();
        now = now.plusSeconds(5);
        assertThat(round()).isOne();
        now = now.plus(Duration.ofMinutes(5));
        assertThat(round()).isOne();
        now = now.plus(Duration.ofDays(1));
        assertThat(round()).isZero();
        assertThat(calls).hasSize(3);
        assertThat(calls.stream().map(call -> call.header("webhook-id")))
                .containsOnly(calls.getFirst().header("webhook-id"));
        assertThat(calls.stream().map(call -> call.header("webhook-timestamp")).distinct())
                .hasSize(3);
        WebhookSecret secret = WebhookSecret.of(webhook.text("/secret"), "");
        for (Call call : calls) {
            assertThat(call.header("webhook-signature"))
                    .isEqualTo(secret.signature(
                            call.header("webhook-id"),
                            Instant.ofEpochSecond(Long.parseLong(call.header("webhook-timestamp"))),
                            call.body()));
            JsonNode body = json.readTree(call.body());
            assertThat(body.at("/type").asString()).isEqualTo("rule.ran");
            assertThat(body.at("/data/ticket/code").asString()).isEqualTo("ABC");
        }
        WebhookDelivery told = told(id);
        assertThat(told.state()).isEqualTo(WebhookDelivery.State.DELIVERED);
        assertThat(told.attempts()).isEqualTo(3);
        assertThat(told.status()).isEqualTo(200);
    }

    @Test
    void what_was_delivered_or_given_up_can_be_sent_once_more() {
        UUID id = webhook("signed").id("/id");
        suspended();
        for (int i = 0; i < 20; i++) {
            answers.add(500);
        }
        queue(id);
        Instant began = now;
        while (told(id).state() == WebhookDelivery.State.WAITING) {
            round();
            now = now.plus(Duration.ofHours(1));
            assertThat(now).isBefore(began.plus(Duration.ofDays(5)));
        }
        assertThat(told(id).state()).isEqualTo(WebhookDelivery.State.GIVEN_UP);
        assertThat(Duration.between(began, now)).isBetween(Duration.ofDays(3).minusHours(2), Duration.ofDays(4));
        int before = calls.size();
        answers.clear();
        resumed();
        String path = "/api/v1/webhooks/" + id + "/deliveries";
        String delivery = world.olga().get(path).mustBe(200).text("/items/0/id");
        suspended();
        inWorld(() -> deliveries.again(world.workspace(), id, UUID.fromString(delivery), now));
        assertThat(round()).isOne();
        assertThat(calls).hasSize(before + 1);
        assertThat(calls.getLast().header("webhook-id"))
                .isEqualTo(calls.getFirst().header("webhook-id"));
        assertThat(told(id).state()).isEqualTo(WebhookDelivery.State.DELIVERED);
    }

    @Test
    void who_says_gone_is_called_no_more() {
        UUID id = webhook("signed").id("/id");
        suspended();
        answers.add(410);
        queue(id);
        assertThat(round()).isOne();
        now = now.plus(Duration.ofDays(1));
        assertThat(round()).isZero();
        resumed();
        assertThat(world.olga()
                        .get("/api/v1/webhooks/" + id)
                        .body()
                        .at("/active")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_chat_gets_plain_words_and_no_signature() {
        UUID id = webhook("chat").id("/id");
        suspended();
        inWorld(() -> {
            sending.say(Actor.system(world.workspace()), id, "rule.ran", "Look at \"ABC\"\n<now>");
            return true;
        });
        now = Instant.now().plusSeconds(1);
        assertThat(round()).isOne();
        assertThat(json.readTree(calls.getFirst().body()).at("/text").asString())
                .isEqualTo("Look at \"ABC\"\n<now>");
        assertThat(calls.getFirst().headers().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("webhook-"));
    }

    @Test
    void a_chat_s_address_is_called_until_it_answers_and_is_listed_nowhere() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/a/channel/of/theirs/and/its/secret";
        UUID id = inWorld(() -> chats.add(Actor.system(world.workspace()), "Team", url));
        suspended();
        answers.add(503);
        inWorld(() -> chats.queue(Actor.system(world.workspace()), id, "wall.entry", "{\"text\": \"Bravo\"}"));
        now = Instant.now().plusSeconds(1);
        assertThat(round()).isOne();
        now = now.plusSeconds(5);
        assertThat(round()).isOne();
        assertThat(calls).hasSize(2);
        assertThat(calls.getLast().body()).contains("Bravo");
        assertThat(told(id).state()).isEqualTo(WebhookDelivery.State.DELIVERED);
        resumed();
        assertThat(world.olga()
                        .get("/api/v1/webhooks")
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .size())
                .isZero();
        world.olga().get("/api/v1/webhooks/" + id).mustRefuse(404, "not-found");
        assertThat(owner.sql("select count(*) from webhook w where workspace_id = ? and w::text like '%its/secret%'")
                        .param(world.workspace())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** As the running desk does it: to this very server, which listens, and never hears of it. */
    @Test
    void ssrf_by_a_rule_s_webhook_never_leaves_the_desk() {
        UUID id = webhook("signed").id("/id");
        world.olga()
                .post(
                        "/api/v1/rules",
                        Map.of(
                                "name",
                                "Call",
                                "apply_when",
                                "ticket_created",
                                "actions",
                                List.of(Map.of("type", "http_request", "webhook", id))))
                .mustBe(201);
        world.anna()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Call them",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "Hello")))
                .mustBe(201);
        String path = "/api/v1/webhooks/" + id + "/deliveries";
        JsonNode told = await().atMost(WITHIN)
                .until(
                        () -> world.olga().get(path).mustBe(200).body().at("/items/0"),
                        delivery -> !delivery.at("/answer").asString("").isEmpty());
        assertThat(told.at("/answer").asString()).contains("own networks");
        assertThat(told.at("/status").isNull() || told.at("/status").isMissingNode())
                .isTrue();
        assertThat(calls).isEmpty();
    }

    private Api.Answer webhook(String kind) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
        return world.olga()
                .post("/api/v1/webhooks", Map.of("name", "There", "url", url, "kind", kind))
                .mustBe(201);
    }

    /** So that the worker of the running application leaves the calls to this test and its clock. */
    private void suspended() {
        owner.sql("update workspace set suspended_at = now() where id = ?")
                .param(world.workspace())
                .update();
    }

    private void resumed() {
        owner.sql("update workspace set suspended_at = null where id = ?")
                .param(world.workspace())
                .update();
    }

    private void queue(UUID webhook) {
        ObjectNode data = json.createObjectNode();
        data.putObject("ticket").put("code", "ABC");
        inWorld(() -> {
            sending.queue(Actor.system(world.workspace()), webhook, "rule.ran", data);
            return true;
        });
        // What is queued carries the desk's own time.
        now = Instant.now().plusSeconds(1);
    }

    private int round() {
        UUID workspace = world.workspace();
        return Workspaces.call(workspace, () -> {
            List<DeliveryStore.Claimed> claimed = calling.claim(workspace, LEASE, 10, 10);
            claimed.forEach(one -> calling.call(workspace, one));
            return claimed.size();
        });
    }

    private WebhookDelivery told(UUID webhook) {
        return inWorld(
                () -> deliveries.page(world.workspace(), webhook, null, 1).getFirst());
    }

    private <T> T inWorld(Supplier<T> work) {
        return Objects.requireNonNull(
                Workspaces.call(world.workspace(), () -> transaction.execute(status -> work.get())));
    }
}
