package org.fourleaf.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@InFourleaf
class TagsTest {

    private final World world;

    TagsTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    @Test
    void tags_are_searched_by_any_part_of_their_name() {
        tag("Ąžuolas red");
        tag("infrared");
        String old = tag("old red");
        world.olga().patch("/api/v1/tags/" + old, Map.of("archived", true)).mustBe(200);
        assertThat(names("q=RED")).containsExactly("infrared", "old red", "Ąžuolas red");
        assertThat(names("q=red&archived=false")).containsExactly("infrared", "Ąžuolas red");
        assertThat(names("q=red&limit=1")).containsExactly("infrared");
        assertThat(names("q=%25")).isEmpty();
    }

    @Test
    void two_tags_become_one_and_no_ticket_loses_it() {
        String from = tag("adress");
        String into = tag("address");
        String both = ticket(List.of("adress", "address"));
        String one = ticket(List.of("adress"));
        assertThat(world.olga()
                        .get("/api/v1/tags/" + from + "/usage")
                        .mustBe(200)
                        .body()
                        .at("/tickets")
                        .asInt())
                .isEqualTo(2);
        world.olga()
                .put("/api/v1/tags/" + from + "/merge", Map.of("into", "adress"))
                .mustRefuse(409, "not-possible");
        world.anna()
                .put("/api/v1/tags/" + from + "/merge", Map.of("into", "address"))
                .mustRefuse(403, "permission-missing");
        world.olga()
                .put("/api/v1/tags/" + from + "/merge", Map.of("into", "address"))
                .mustBe(200);
        for (String ticket : List.of(both, one)) {
            assertThat(world.olga().get(ticket).body().at("/tags"))
                    .extracting(JsonNode::asString)
                    .containsExactly("address");
        }
        assertThat(world.olga().get("/api/v1/tickets?tag=address").body().at("/items"))
                .hasSize(2);
        world.olga().get("/api/v1/tags/" + from).mustRefuse(404, "not-found");
        world.olga().delete("/api/v1/tags/" + into).mustBe(204);
        assertThat(world.olga().get(one).body().at("/tags")).isEmpty();
    }

    @Test
    void opposite_merges_at_once_leave_one_tag() throws Exception {
        String a = tag("left");
        String b = tag("right");
        ticket(List.of("left", "right"));
        AtomicInteger turn = new AtomicInteger();
        List<Integer> statuses = Together.call(2, () -> {
            boolean first = turn.getAndIncrement() == 0;
            return world.olga()
                    .put("/api/v1/tags/" + (first ? a : b) + "/merge", Map.of("into", first ? b : a))
                    .status();
        });
        assertThat(statuses).contains(200).doesNotContain(500);
        assertThat(names("q=left").size() + names("q=right").size()).isEqualTo(1);
    }

    @Test
    void a_tag_deleted_while_it_is_put_on_breaks_nothing() throws Exception {
        String ticket = ticket(List.of());
        for (int i = 0; i < 5; i++) {
            String id = tag("fleeting");
            AtomicInteger turn = new AtomicInteger();
            List<Integer> statuses = Together.call(
                    2,
                    () -> turn.getAndIncrement() == 0
                            ? world.olga().delete("/api/v1/tags/" + id).status()
                            : world.olga()
                                    .patch(ticket, Map.of("tags", List.of("fleeting")))
                                    .status());
            assertThat(statuses).containsExactlyInAnyOrder(204, 200);
            names("q=fleeting")
                    .forEach(name -> world.olga()
                            .get("/api/v1/tags?q=" + name)
                            .body()
                            .at("/items")
                            .forEach(left -> world.olga()
                                    .delete("/api/v1/tags/" + left.at("/id").asString())
                                    .mustBe(204)));
        }
    }

    private String tag(String name) {
        return world.olga()
                .post("/api/v1/tags", Map.of("name", name))
                .mustBe(201)
                .text("/id");
    }

    private List<String> names(String query) {
        Api olga = world.olga();
        return olga.get("/api/v1/tags?" + query)
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/name").asString())
                .toList();
    }

    private String ticket(List<String> tags) {
        return "/api/v1/tickets/"
                + world.olga()
                        .post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject",
                                        "Tagged",
                                        "customer",
                                        Map.of("email", World.OMAR),
                                        "message",
                                        Map.of("text", "Hello"),
                                        "tags",
                                        tags))
                        .mustBe(201)
                        .text("/code");
    }
}
