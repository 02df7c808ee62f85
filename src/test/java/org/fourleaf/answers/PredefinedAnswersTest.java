package org.fourleaf.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@InFourleaf
class PredefinedAnswersTest {

    private static final String ANSWERS = "/api/v1/predefined-answers";

    private final World world;
    private final Api olga;

    PredefinedAnswersTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
        olga = world.olga();
    }

    @Test
    void a_fresh_desk_ships_answers_in_every_language() {
        JsonNode answers = olga.get(ANSWERS + "?limit=200").mustBe(200).body().at("/items");
        assertThat(answers.size()).isGreaterThanOrEqualTo(10);
        for (JsonNode answer : answers) {
            assertThat(answer.at("/language").asString()).isEqualTo("en");
            assertThat(answer.at("/texts").propertyNames()).containsExactlyInAnyOrder("lt", "el", "zh");
            assertThat(answer.at("/scope").asString()).isEqualTo("all");
        }
    }

    @Test
    void an_answer_is_made_read_changed_and_deleted() {
        Api.Answer made = olga.post(ANSWERS, answer(Map.of("texts", Map.of("lt", "<p>Labas</p>"))))
                .mustBe(201);
        String path = ANSWERS + "/" + made.text("/id");
        assertThat(made.header("Location")).isEqualTo(path);
        Api.Answer read = world.anna().get(path).mustBe(200);
        assertThat(read.text("/html")).isEqualTo("<p>Hello {customer.first_name}</p>");
        assertThat(read.text("/texts/lt")).isEqualTo("<p>Labas</p>");
        Api.Answer changed =
                olga.patch(path, Map.of("name", "Renamed", "texts", Map.of())).mustBe(200);
        assertThat(changed.text("/name")).isEqualTo("Renamed");
        assertThat(changed.body().at("/texts").isEmpty()).isTrue();
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        olga.with("If-Match", "\"1\"").patch(path, Map.of("name", "Late")).mustRefuse(412, "stale");
        olga.with("If-Match", "\"1\"").delete(path).mustRefuse(412, "stale");
        olga.delete(path).mustBe(204);
        olga.get(path).mustBe(404);
    }

    @Test
    void it_speaks_as_the_customer_does_and_fills_its_blanks() {
        olga.post("/api/v1/customers", Map.of("name", "Ona <b>", "email", "ona@example.org", "language", "lt"))
                .mustBe(201);
        String id = olga.post(
                        ANSWERS,
                        answer(Map.of("texts", Map.of("lt", "<p>Labas, {customer.first_name} – {agent.name}</p>"))))
                .mustBe(201)
                .text("/id");
        String onas = ticketOf("ona@example.org");
        String omars = ticketOf(World.OMAR);
        Api.Answer lithuanian = use(id, Map.of("ticket", onas));
        assertThat(lithuanian.text("/language")).isEqualTo("lt");
        assertThat(lithuanian.text("/html")).isEqualTo("<p>Labas, Ona – Anna</p>");
        assertThat(use(id, Map.of("ticket", omars)).text("/html")).isEqualTo("<p>Hello Omar</p>");
        assertThat(use(id, Map.of("ticket", onas, "language", "en")).text("/html"))
                .isEqualTo("<p>Hello Ona</p>");
        assertThat(use(id, Map.of("ticket", omars, "language", "de")).text("/language"))
                .isEqualTo("en");
        assertThat(olga.get(ANSWERS + "/" + id).body().at("/uses").asInt()).isEqualTo(4);
    }

    @Test
    void a_department_s_answers_are_its_own_and_personal_ones_nobody_else_s() {
        UUID sales = world.department("Sales");
        olga.patch("/api/v1/departments/" + sales, Map.of("access", "members")).mustBe(200);
        String ofSales = olga.post(ANSWERS, answer(Map.of("department", "Sales")))
                .mustBe(201)
                .text("/id");
        String annas = world.anna()
                .post(ANSWERS, answer(Map.of("scope", "personal")))
                .mustBe(201)
                .text("/id");
        world.bram().get(ANSWERS + "/" + ofSales).mustBe(200);
        world.anna().get(ANSWERS + "/" + ofSales).mustBe(404);
        world.bram().get(ANSWERS + "/" + annas).mustBe(404);
        world.anna().post(ANSWERS, answer(Map.of())).mustRefuse(403, "permission-missing");
        world.anna().patch(ANSWERS + "/" + annas, Map.of("scope", "all")).mustRefuse(403, "permission-missing");
        assertThat(ids(world.anna())).contains(annas).doesNotContain(ofSales);
        assertThat(ids(world.bram())).contains(ofSales).doesNotContain(annas);
        UUID doomed = world.addDepartment("Doomed", List.of());
        String moved = olga.post(ANSWERS, answer(Map.of("department", "Doomed")))
                .mustBe(201)
                .text("/id");
        olga.delete("/api/v1/departments/" + doomed + "?move_to=" + world.department("Support"))
                .mustBe(204);
        assertThat(olga.get(ANSWERS + "/" + moved).text("/department"))
                .isEqualTo(world.department("Support").toString());
    }

    @Test
    void what_is_wrong_is_named() {
        refused(Map.of("html", "<p>{customer.shoe}</p>"), "/html");
        refused(Map.of("html", "<script>x</script>"), "/html");
        refused(Map.of("texts", Map.of("lt", "{customer.shoe}")), "/texts/lt");
        refused(Map.of("texts", Map.of("en", "<p>Twice</p>")), "/texts/en");
        refused(Map.of("texts", Map.of("../x", "<p>x</p>")), "/texts");
        olga.post(ANSWERS, answer(Map.of("language", "English")))
                .mustRefuse(400, "malformed")
                .mustName("/language");
        refused(Map.of("scope", "department"), "/department");
        refused(Map.of("department", "Nowhere"), "/department");
        olga.post(ANSWERS, answer(Map.of("colour", "red"))).mustBe(400);
        olga.post(ANSWERS, Map.of("name", "Empty")).mustBe(400).mustName("/html");
        String id = olga.post(ANSWERS, answer(Map.of("html", "<p onclick=\"x()\">Hi<script>x</script></p>")))
                .mustBe(201)
                .text("/id");
        assertThat(olga.get(ANSWERS + "/" + id).text("/html")).isEqualTo("<p>Hi</p>");
    }

    private void refused(Map<String, ?> part, String pointer) {
        olga.post(ANSWERS, answer(part)).mustRefuse(422, "invalid").mustName(pointer);
    }

    private Api.Answer use(String id, Map<String, ?> use) {
        return world.anna().post(ANSWERS + "/" + id + "/use", use).mustBe(200);
    }

    private String ticketOf(String email) {
        return world.anna()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Something",
                                "customer",
                                Map.of("email", email),
                                "message",
                                Map.of("text", "Hello")))
                .mustBe(201)
                .text("/code");
    }

    private static List<String> ids(Api agent) {
        return agent.get(ANSWERS + "?limit=200")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(answer -> answer.at("/id").asString())
                .toList();
    }

    private static Map<String, Object> answer(Map<String, ?> part) {
        Map<String, Object> answer =
                new HashMap<>(Map.of("name", "Hello", "html", "<p>Hello {customer.first_name}</p>"));
        answer.putAll(part);
        return answer;
    }
}
