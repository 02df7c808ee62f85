package org.fourleaf.slas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.tickets.TicketPurging;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of promises when tickets live through much, are erased or purged. */
@InFourleaf
class SlaLivesTest {

    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final int LONG = 500_000;
    private static final int TICKETS = 8;
    private static final int ACTS = 70;

    private final Worlds worlds;
    private final TicketPurging purging;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
    private World world;
    private Api olga;

    SlaLivesTest(@Autowired Worlds worlds, @Autowired TicketPurging purging) {
        this.worlds = worlds;
        this.purging = purging;
        world = worlds.fresh();
        olga = world.olga();
    }

    @BeforeEach
    void aFreshWorld() {
        world = worlds.fresh();
        olga = world.olga();
    }

    /** Kept with every change or computed anew from what the log tells: the same rows, to the microsecond. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void computed_anew_all_clocks_are_as_they_were_kept(long seed) {
        String level = level("Kept", LONG);
        give(level);
        Random chance = new Random(seed);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            codes.add(open());
        }
        for (int i = 0; i < ACTS; i++) {
            act(chance, codes.get(chance.nextInt(TICKETS)));
        }
        List<String> kept = clocks();
        assertThat(kept).hasSizeGreaterThanOrEqualTo(3 * TICKETS);
        edit(level, Map.of("targets", targets(2 * LONG), "pausing", List.of("answered", "postponed")));
        assertThat(clocks()).isNotEqualTo(kept);
        edit(level, Map.of("targets", targets(LONG), "pausing", List.of("pending", "postponed")));
        assertThat(clocks()).isEqualTo(kept);
    }

    @Test
    void an_erased_customer_s_tickets_keep_their_promises_and_no_name() {
        give(level("Erased", LONG));
        String code = open();
        String customer = olga.get("/api/v1/tickets/" + code).text("/customer/id");
        olga.delete("/api/v1/customers/" + customer).mustBe(204);
        await().atMost(WITHIN)
                .until(() -> !olga.get("/api/v1/tickets/" + code).string().contains(World.OMAR));
        assertThat(olga.get("/api/v1/tickets/" + code + "/sla")
                        .mustBe(200)
                        .body()
                        .at("/clocks"))
                .isNotEmpty();
        assertThat(olga.get("/api/v1/sla-log").mustBe(200).string()).doesNotContain("Omar", World.OMAR);
        olga.patch("/api/v1/tickets/" + code, Map.of("status", "resolved")).mustBe(200);
        assertThat(olga.get("/api/v1/tickets/" + code + "/sla").text("/clocks/0/state"))
                .isEqualTo("not_applicable");
    }

    @Test
    void a_purged_ticket_leaves_no_clock_no_count_and_no_line() {
        String hasty = level("Purged", 1);
        give(hasty);
        String code = open();
        String other = open();
        await().atMost(WITHIN).until(() -> overdue() == 2);
        olga.patch("/api/v1/tickets/" + code, Map.of("status", "deleted")).mustBe(200);
        assertThat(overdue()).isOne();
        owner.sql("update ticket set status_since = now() - interval '400 days' where workspace_id = ? and code = ?")
                .param(world.workspace())
                .param(code)
                .update();
        Workspaces.call(world.workspace(), () -> purging.purgeSome(Actor.clock(world.workspace())));
        olga.get("/api/v1/tickets/" + code).mustBe(404);
        assertThat(overdue()).isOne();
        assertThat(olga.get("/api/v1/sla-log?limit=200")
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .valueStream()
                        .map(line -> line.at("/ticket/code").asString())
                        .distinct())
                .containsExactly(other);
    }

    private void act(Random chance, String code) {
        String path = "/api/v1/tickets/" + code;
        switch (chance.nextInt(8)) {
            case 0 -> say(path, "reply");
            case 1 -> say(path, "note");
            case 2 -> change(path, Map.of("status", "pending"));
            case 3 -> change(path, Map.of("status", "postponed", "postponed_until", "2099-01-01T00:00:00Z"));
            case 4 -> change(path, Map.of("status", "open"));
            case 5 -> change(path, Map.of("status", "resolved"));
            case 6 -> change(path, Map.of("assignee", World.ANNA));
            default ->
                change(path, Map.of("priority", List.of("low", "normal", "high").get(chance.nextInt(3))));
        }
    }

    private void say(String path, String type) {
        assertThat(olga.post(path + "/messages", Map.of("type", type, "text", "Words"))
                        .status())
                .isIn(201, 409);
    }

    private void change(String path, Map<String, ?> change) {
        assertThat(olga.patch(path, change).status()).isIn(200, 409, 422);
    }

    /** All that a clock is, but for by which edition it was computed. */
    private List<String> clocks() {
        return owner.sql("""
                        select (to_jsonb(c) - 'stamp')::text from sla_clock c where workspace_id = ? order by ticket_id, type, n
                        """).param(world.workspace()).query(String.class).list();
    }

    private void edit(String level, Map<String, ?> change) {
        olga.patch("/api/v1/sla-levels/" + level, change).mustBe(200);
        await().atMost(WITHIN)
                .until(() -> olga.get("/api/v1/sla-levels/" + level)
                        .text("/recounting")
                        .equals("0"));
    }

    private int overdue() {
        return olga.get("/api/v1/counts?saved=false")
                .mustBe(200)
                .body()
                .at("/views/overdue")
                .asInt();
    }

    private static Map<String, Object> targets(int seconds) {
        Map<String, Integer> each =
                Map.of("low", 2 * seconds, "normal", seconds, "high", seconds / 2, "urgent", seconds / 4);
        return Map.of("first_answer", each, "next_answer", each, "first_assign", each, "first_resolve", each);
    }

    private String level(String name, int seconds) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "targets", targets(Math.max(seconds, 4))));
        if (seconds < 4) {
            body.put("targets", Map.of("first_answer", Map.of("normal", seconds)));
        }
        return olga.post("/api/v1/sla-levels", body).mustBe(201).text("/id");
    }

    private void give(String level) {
        UUID support = world.department("Support");
        olga.put("/api/v1/departments/" + support + "/sla-level", Map.of("level", level))
                .mustBe(200);
    }

    private String open() {
        return olga.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Broken printer",
                                "department",
                                "Support",
                                "customer",
                                Map.of("name", "Omar", "email", World.OMAR),
                                "message",
                                Map.of("text", "It smokes.")))
                .mustBe(201)
                .text("/code");
    }
}
