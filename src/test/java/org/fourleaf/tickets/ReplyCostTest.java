package org.fourleaf.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.StatementCounting;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the most frequent acts cost, counted in statements: no clock is asked, so a slow machine fails nothing. */
@InFourleaf
class ReplyCostTest {

    private static final int STATEMENTS_OF_A_REPLY_MAX = 15;
    private static final int STATEMENTS_OF_A_THREAD_MAX = 4;

    private final World world;

    ReplyCostTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    @Test
    void a_reply_takes_few_statements() {
        world.olga()
                .post("/api/v1/mailboxes", Map.of("address", "cost@example.com"))
                .mustBe(201);
        String path = ticket() + "/messages";
        Map<String, String> reply = Map.of("type", "reply", "text", "Here you are.");
        world.olga().post(path, reply).mustBe(201);
        List<String> statements;
        try (StatementCounting counting = new StatementCounting()) {
            world.olga().post(path, reply).mustBe(201);
            statements = counting.ofThreadThatDid("insert into message");
        }
        assertThat(statements).isNotEmpty().hasSizeLessThanOrEqualTo(STATEMENTS_OF_A_REPLY_MAX);
    }

    @Test
    void a_thread_takes_few_statements_however_long_it_is() {
        String path = ticket() + "/messages";
        for (int i = 0; i < 5; i++) {
            world.olga().post(path, Map.of("type", "reply", "text", "Answer")).mustBe(201);
        }
        List<String> statements;
        try (StatementCounting counting = new StatementCounting()) {
            world.olga().get(path).mustBe(200);
            statements = counting.ofThreadThatDid("select m.id, m.type");
        }
        assertThat(statements).isNotEmpty().hasSizeLessThanOrEqualTo(STATEMENTS_OF_A_THREAD_MAX);
    }

    private String ticket() {
        Api.Answer answer = world.olga()
                .post("/api/v1/tickets", TicketsApiTest.body("Cost", "How much?"))
                .mustBe(201);
        return "/api/v1/tickets/" + answer.text("/code");
    }
}
