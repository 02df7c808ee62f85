package org.fourleaf.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@InFourleaf
class TicketListTest {

    private static final List<String> PRIORITIES = List.of("low", "normal", "high", "urgent");
    private static final int TICKETS = 23;

    private final World world;
    private final Set<String> all = new HashSet<>();

    TicketListTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    @BeforeAll
    void openTickets() {
        for (int i = 0; i < TICKETS; i++) {
            Map<String, Object> body = TicketsApiTest.body("Number " + i, "Words");
            body.put("department", i % 2 == 0 ? "Support" : "Sales");
            body.put("priority", PRIORITIES.get(i % 4));
            body.put("tags", i % 3 == 0 ? List.of("third") : List.of());
            all.add(world.olga().post("/api/v1/tickets", body).mustBe(201).text("/code"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-last_message", "last_message", "-created", "created", "importance"})
    void every_order_reaches_every_ticket_once_page_by_page(String sort) {
        for (Api api : List.of(world.olga(), world.anna())) {
            List<String> found = codes(pages(api, "?sort=" + sort + "&limit=4"));
            assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void importance_is_time_left_by_priority() {
        List<JsonNode> found = pages(world.olga(), "?sort=importance&limit=10");
        List<Integer> priorities = found.stream()
                .map(line -> PRIORITIES.indexOf(line.at("/priority").asString()))
                .toList();
        // All came within seconds and are due in a week: the weight alone decides.
        assertThat(priorities).isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void filters_narrow_the_list() {
        assertThat(pages(world.olga(), "?tag=third&limit=5")).hasSize(8);
        assertThat(pages(world.olga(), "?department=Sales&limit=5")).hasSize(11);
        assertThat(pages(world.olga(), "?assignee=none&limit=50")).hasSize(TICKETS);
        assertThat(pages(world.olga(), "?assignee=me")).isEmpty();
        assertThat(pages(world.olga(), "?customer=" + World.OMAR + "&limit=9")).hasSize(TICKETS);
        assertThat(pages(world.olga(), "?customer=nobody@example.org")).isEmpty();
        assertThat(pages(world.olga(), "?status=answered,resolved")).isEmpty();
        // Words are found a moment after they were written.
        await().untilAsserted(
                        () -> assertThat(pages(world.olga(), "?q=oma&limit=9")).hasSize(TICKETS));
        assertThat(pages(world.olga(), "?q=zzz")).isEmpty();
        String code = all.iterator().next();
        assertThat(codes(pages(world.olga(), "?q=" + code.toLowerCase(Locale.ROOT))))
                .containsExactly(code);
    }

    @Test
    void wrong_parameters_are_named() {
        Api olga = world.olga();
        olga.get("/api/v1/tickets?limit=201").mustBe(400).mustName("limit");
        olga.get("/api/v1/tickets?limit=0").mustBe(400).mustName("limit");
        olga.get("/api/v1/tickets?sort=best").mustBe(400).mustName("sort");
        olga.get("/api/v1/tickets?status=happy").mustBe(400).mustName("status");
        olga.get("/api/v1/tickets?cursor=%00zz").mustBe(400).mustName("cursor");
        olga.get("/api/v1/tickets?cursor=%ff%fe").mustBe(400);
        olga.get("/api/v1/tickets?sort=importance&status=resolved").mustBe(400).mustName("sort");
    }

    private static List<String> codes(List<JsonNode> lines) {
        return lines.stream().map(line -> line.at("/code").asString()).toList();
    }

    private static List<JsonNode> pages(Api api, String query) {
        List<JsonNode> lines = new ArrayList<>();
        String cursor = "";
        do {
            Api.Answer page = api.get("/api/v1/tickets" + query + cursor).mustBe(200);
            page.body().at("/items").forEach(lines::add);
            JsonNode next = page.body().at("/next");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return lines;
    }
}
