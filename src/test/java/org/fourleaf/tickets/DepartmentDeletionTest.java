package org.fourleaf.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
class DepartmentDeletionTest {

    private static final int WRITERS = 12;

    private final World world;

    DepartmentDeletionTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    @Test
    void what_arrives_while_a_department_is_deleted_is_not_lost() throws Exception {
        Api olga = world.olga();
        UUID support = world.department("Support");
        UUID doomed = world.addDepartment("Doomed", List.of());
        UUID mailbox = olga.post("/api/v1/mailboxes", Map.of("address", "doomed@example.com", "department", doomed))
                .mustBe(201)
                .id("/id");
        UUID text = olga.post(
                        "/api/v1/canned-messages",
                        Map.of("name", "Hi", "html", "<p>Hi</p>", "scope", "department", "department", doomed))
                .mustBe(201)
                .id("/id");
        for (int i = 0; i < 30; i++) {
            open(doomed, i).mustBe(201);
        }
        AtomicInteger number = new AtomicInteger();
        List<Integer> answers = Together.call(WRITERS, () -> {
            int mine = number.getAndIncrement();
            return mine == 3
                    ? olga.delete("/api/v1/departments/" + doomed + "?move_to=" + support)
                            .status()
                    : open(doomed, 100 + mine).status();
        });
        assertThat(answers).contains(204).allMatch(status -> status == 201 || status == 204 || status == 422);
        long made = 30 + answers.stream().filter(status -> status == 201).count();
        List<String> departments = new ArrayList<>();
        olga.get("/api/v1/tickets?limit=200")
                .body()
                .at("/items")
                .forEach(ticket -> departments.add(ticket.at("/department/name").asString()));
        assertThat(departments).hasSize((int) made).containsOnly("Support");
        JsonNode counts = olga.get("/api/v1/counts").body().at("/departments");
        assertThat(counts.valueStream()
                        .filter(line -> line.at("/name").asString().equals("Support"))
                        .map(line -> line.at("/new").asLong()))
                .containsExactly(made);
        assertThat(olga.get("/api/v1/mailboxes/" + mailbox).text("/department/name"))
                .isEqualTo("Support");
        assertThat(olga.get("/api/v1/canned-messages/" + text).text("/department"))
                .contains(support.toString());
    }

    private Api.Answer open(UUID department, int number) {
        Map<String, Object> body = new HashMap<>();
        body.put("subject", "Ticket " + number);
        body.put("department", department);
        body.put("customer", Map.of("email", "omar" + number + "@example.org"));
        body.put("message", Map.of("text", "Words"));
        return world.olga().post("/api/v1/tickets", body);
    }
}
