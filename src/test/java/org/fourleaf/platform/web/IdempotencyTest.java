package org.fourleaf.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InFourleaf
class IdempotencyTest {

    private static final String CUSTOMERS = "/api/v1/customers";

    private final World world;
    private final IdempotencyStore store;
    private final Clock clock;

    IdempotencyTest(@Autowired Worlds worlds, @Autowired IdempotencyStore store, @Autowired Clock clock) {
        world = worlds.fresh();
        this.store = store;
        this.clock = clock;
    }

    @Test
    void the_same_request_sent_again_gets_the_same_answer_and_does_nothing() {
        Api anna = world.anna().with("Idempotency-Key", "order-1");
        Api.Answer first = anna.post(CUSTOMERS, named("Once")).mustBe(201);
        Api.Answer again = anna.post(CUSTOMERS, named("Once")).mustBe(201);

        assertThat(again.string()).isEqualTo(first.string());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(countOf("Once")).isEqualTo(1);
    }

    @Test
    void a_key_used_for_another_request_is_refused() {
        Api anna = world.anna().with("Idempotency-Key", "order-2");
        anna.post(CUSTOMERS, named("First")).mustBe(201);
        anna.post(CUSTOMERS, named("Second")).mustRefuse(422, "idempotency-key-reused");
        anna.post("/api/v1/companies", named("First")).mustRefuse(422, "idempotency-key-reused");
        assertThat(countOf("Second")).isZero();
    }

    @Test
    void a_refusal_is_not_kept_so_that_the_corrected_request_may_use_the_key() {
        Api anna = world.anna().with("Idempotency-Key", "order-3");
        anna.post(CUSTOMERS, Map.of("name", "Corrected", "email", "nonsense")).mustRefuse(400, "malformed");
        anna.post(CUSTOMERS, Map.of("name", "Corrected", "email", World.OMAR)).mustRefuse(409, "email-taken");
        anna.post(CUSTOMERS, Map.of("name", "Corrected", "email", "corrected@example.org"))
                .mustBe(201);
        assertThat(countOf("Corrected")).isEqualTo(1);
    }

    @Test
    void duplicates_at_the_same_moment_wait_for_the_first_and_get_its_answer() throws Exception {
        Api anna = world.anna().with("Idempotency-Key", "order-4");
        List<String> answers = Together.call(
                6, () -> anna.post(CUSTOMERS, named("Crowd")).mustBe(201).string());
        assertThat(answers).hasSize(6).containsOnly(answers.getFirst());
        assertThat(countOf("Crowd")).isEqualTo(1);
    }

    @Test
    void a_key_is_its_users_own() {
        world.anna()
                .with("Idempotency-Key", "order-5")
                .post(CUSTOMERS, named("Mine"))
                .mustBe(201);
        world.bram()
                .with("Idempotency-Key", "order-5")
                .post(CUSTOMERS, named("Yours"))
                .mustBe(201);
        assertThat(countOf("Yours")).isEqualTo(1);
    }

    @Test
    void a_secret_is_not_kept_to_be_shown_twice() {
        Api anna = world.anna().with("Idempotency-Key", "token-1");
        String secret = anna.post("/api/v1/tokens", named("script")).mustBe(201).text("/token");
        anna.post("/api/v1/tokens", named("script")).mustRefuse(409, "answer-not-kept");
        assertThat(JdbcClient.create(TestDatabase.owner())
                        .sql("select count(*) from idempotency where position(cast(? as bytea) in body) > 0")
                        .param(secret.getBytes(StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_odd_key_is_refused() {
        world.anna()
                .with("Idempotency-Key", "x".repeat(201))
                .post(CUSTOMERS, named("Odd"))
                .mustRefuse(400, "malformed")
                .mustName("Idempotency-Key");
    }

    @Test
    void answers_are_forgotten_after_a_day() {
        Api anna = world.anna().with("Idempotency-Key", "order-6");
        anna.post(CUSTOMERS, named("Old")).mustBe(201);
        JdbcClient.create(TestDatabase.owner())
                .sql("update idempotency set created_at = created_at - interval '25 hours' where key = 'order-6'")
                .update();
        assertThat(store.forget(clock.instant().minus(Duration.ofHours(24)))).isPositive();
        anna.post(CUSTOMERS, named("Old")).mustBe(201);
        assertThat(countOf("Old")).isEqualTo(2);
    }

    private static Map<String, String> named(String name) {
        return Map.of("name", name);
    }

    private int countOf(String name) {
        return world.olga()
                .get(CUSTOMERS + "?q=" + name)
                .mustBe(200)
                .body()
                .at("/items")
                .size();
    }
}
