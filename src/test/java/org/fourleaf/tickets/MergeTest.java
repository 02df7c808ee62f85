package org.fourleaf.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
class MergeTest {

    private World world;
    private Api anna;

    private final Worlds worlds;

    MergeTest(@Autowired Worlds worlds) {
        this.worlds = worlds;
        world = worlds.fresh();
        anna = world.anna();
    }

    @Test
    void a_merged_ticket_leaves_lists_and_counts_and_its_thread_goes_on_in_the_target() {
        String source = open("Twice", "First words", "rita@example.org", List.of("red", "blue"));
        String target = open("Once", "Other words", World.OMAR, List.of("blue"));
        anna.post(path(source) + "/messages", Map.of("type", "note", "text", "A note"))
                .mustBe(201);
        JsonNode before = counts();

        Api.Answer merged =
                anna.put(path(source) + "/merge", Map.of("into", target)).mustBe(200);

        assertThat(merged.text("/merged_into")).isEqualTo(target);
        assertThat(merged.text("/status")).isEqualTo("new");
        assertThat(counts().at("/all").asInt()).isEqualTo(before.at("/all").asInt() - 1);
        assertThat(codes("")).contains(target).doesNotContain(source);
        assertThat(codes("?tag=red")).containsExactly(target);
        assertThat(texts(target)).containsExactly("First words", "Other words", "A note");
        assertThat(texts(source)).containsExactly("First words", "A note");
        assertThat(anna.get(path(target) + "/messages").text("/items/0/merged_from"))
                .isEqualTo(source);
        assertThat(anna.get(path(target)).text("/message_count")).isEqualTo("2");
        assertThat(people(target)).containsExactly("rita@example.org");
        assertThat(kinds(source)).contains("ticket.merged");
        assertThat(kinds(target)).contains("ticket.absorbed");
        anna.put(path(source) + "/merge", Map.of("into", target)).mustBe(200);

        anna.post(path(source) + "/messages", Map.of("type", "note", "text", "x"))
                .mustRefuse(409, "merged");
        anna.patch(path(source), Map.of("priority", "high")).mustRefuse(409, "merged");
        anna.patch(path(source), Map.of("status", "resolved")).mustRefuse(409, "merged");

        anna.delete(path(source) + "/merge").mustBe(204);

        assertThat(counts()).isEqualTo(before);
        assertThat(codes("")).contains(target, source);
        assertThat(texts(source)).containsExactly("First words", "A note");
        assertThat(texts(target)).containsExactly("Other words");
        assertThat(people(target)).isEmpty();
        assertThat(codes("?tag=red")).containsExactly(source);
        assertThat(anna.get(path(source)).body().at("/merged_into").isNull()).isTrue();
        assertThat(anna.get(path(target)).text("/message_count")).isEqualTo("1");
        assertThat(kinds(source)).contains("ticket.unmerged");
        assertThat(kinds(target)).contains("ticket.released");
        anna.delete(path(source) + "/merge").mustRefuse(409, "not-merged");
    }

    @Test
    void a_merge_that_makes_no_sense_is_refused() {
        String one = open("One", "x", World.OMAR, List.of());
        String two = open("Two", "x", World.OMAR, List.of());
        String three = open("Three", "x", World.OMAR, List.of());
        anna.put(path(one) + "/merge", Map.of("into", one))
                .mustRefuse(422, "invalid")
                .mustName("/into");
        anna.put(path(one) + "/merge", Map.of("into", "AAA-AAAAA-000"))
                .mustBe(422)
                .mustName("/into");
        anna.put(path(one) + "/merge", Map.of("into", "nonsense \u0000 code")).mustName("/into");
        anna.put(path("AAA-AAAAA-000") + "/merge", Map.of("into", one)).mustBe(404);
        anna.put(path(one) + "/merge", Map.of("into", two)).mustBe(200);
        anna.put(path(three) + "/merge", Map.of("into", one)).mustRefuse(409, "target-merged");
        anna.put(path(one) + "/merge", Map.of("into", three)).mustRefuse(409, "merged");
        anna.put(path(two) + "/merge", Map.of("into", three)).mustRefuse(409, "has-merged");
        anna.put(path(two) + "/merge", Map.of("into", one)).mustRefuse(409, "target-merged");
        anna.patch(path(three), Map.of("status", "spam")).mustBe(200);
        anna.put(path(three) + "/merge", Map.of("into", two)).mustRefuse(409, "not-possible");
    }

    @Test
    void an_unseen_ticket_is_no_target_and_no_source() {
        inAFreshWorld();
        String mine = open("Mine", "x", World.OMAR, List.of());
        Api.Answer hidden = world.olga()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Hidden",
                                "department",
                                "Sales",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "x")))
                .mustBe(201);
        world.olga()
                .patch("/api/v1/departments/" + world.department("Sales"), Map.of("access", "members"))
                .mustBe(200);
        anna.put(path(mine) + "/merge", Map.of("into", hidden.text("/code")))
                .mustBe(422)
                .mustName("/into");
        anna.put(path(hidden.text("/code")) + "/merge", Map.of("into", mine)).mustBe(404);
        anna.post(path(mine) + "/links", Map.of("ticket", hidden.text("/code")))
                .mustBe(422)
                .mustName("/ticket");
    }

    @Test
    void two_merged_into_each_other_at_once_become_one() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<String> both =
                    List.of(open("Left", "x", World.OMAR, List.of("a")), open("Right", "x", World.OMAR, List.of("b")));
            AtomicInteger next = new AtomicInteger();
            List<Integer> statuses = Together.call(2, () -> {
                int mine = next.getAndIncrement();
                return anna.put(path(both.get(mine)) + "/merge", Map.of("into", both.get(1 - mine)))
                        .status();
            });
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void a_draft_begun_in_a_merged_ticket_goes_on_in_the_target() {
        String source = open("Drafted", "x", World.OMAR, List.of());
        String target = open("Target", "x", World.OMAR, List.of());
        anna.put(path(source) + "/draft", Map.of("type", "reply", "html", "<p>Begun</p>"))
                .mustBe(200);
        anna.put(path(source) + "/merge", Map.of("into", target)).mustBe(200);
        assertThat(anna.get(path(target) + "/draft").mustBe(200).text("/html")).contains("Begun");
    }

    @Test
    void a_department_emptied_of_merged_tickets_counts_none_of_them() {
        inAFreshWorld();
        String source = open("Gone", "x", World.OMAR, List.of());
        String target = open("Here", "x", World.OMAR, List.of());
        anna.put(path(source) + "/merge", Map.of("into", target)).mustBe(200);
        Api olga = world.olga();
        JsonNode before = olga.get("/api/v1/counts").mustBe(200).body().at("/views");
        olga.delete("/api/v1/departments/" + world.department("Support") + "?move_to=" + world.department("Sales"))
                .mustBe(204);
        assertThat(olga.get("/api/v1/counts").mustBe(200).body().at("/views/all"))
                .isEqualTo(before.at("/all"));
    }

    @Test
    void messages_split_off_become_a_ticket_of_whoever_wrote_them() {
        String code = open("Two things", "About the printer", World.OMAR, List.of());
        anna.post(path(code) + "/messages", Map.of("type", "note", "text", "Second thing: invoice"))
                .mustBe(201);
        anna.post(path(code) + "/messages", Map.of("type", "reply", "text", "Both"))
                .mustBe(201);
        List<String> ids = ids(code);

        Api.Answer made = anna.post(
                        path(code) + "/split", Map.of("messages", ids.subList(1, 3), "subject", "The invoice"))
                .mustBe(201);

        assertThat(made.text("/subject")).isEqualTo("The invoice");
        assertThat(made.text("/customer/email")).isEqualTo(World.OMAR);
        assertThat(made.text("/status")).isEqualTo("answered");
        assertThat(made.text("/linked_from")).isEqualTo(code);
        assertThat(texts(made.text("/code"))).containsExactly("Second thing: invoice", "Both");
        assertThat(texts(code)).containsExactly("About the printer");
        assertThat(kinds(code)).contains("ticket.split");
        assertThat(links(code)).containsExactly(made.text("/code") + " continued_by");
        assertThat(links(made.text("/code"))).containsExactly(code + " continues");
        anna.post(path(code) + "/split", Map.of("messages", List.of(ids.getFirst())))
                .mustBe(422)
                .mustName("/messages");
        anna.post(path(code) + "/split", Map.of("messages", List.of(ids.get(1))))
                .mustBe(422)
                .mustName("/messages/0");
        anna.post(path(code) + "/split", Map.of("messages", List.of())).mustName("/messages");
    }

    @Test
    void linked_tickets_show_each_other_until_they_are_untied() {
        String one = open("One", "x", World.OMAR, List.of());
        String two = open("Two", "x", World.OMAR, List.of());
        anna.post(path(one) + "/links", Map.of("ticket", two)).mustBe(201);
        anna.post(path(two) + "/links", Map.of("ticket", one)).mustBe(201);
        assertThat(links(one)).containsExactly(two + " related");
        assertThat(links(two)).containsExactly(one + " related");
        assertThat(kinds(two).stream().filter("ticket.related"::equals)).hasSize(1);
        anna.post(path(one) + "/links", Map.of("ticket", one)).mustBe(422).mustName("/ticket");
        anna.delete(path(two) + "/links/" + one).mustBe(204);
        anna.delete(path(two) + "/links/" + one).mustBe(404);
        assertThat(links(one)).isEmpty();
        assertThat(kinds(one)).contains("ticket.unlinked");
    }

    private void inAFreshWorld() {
        world = worlds.fresh();
        anna = world.anna();
    }

    private String open(String subject, String words, String customer, List<String> tags) {
        return anna.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                subject,
                                "customer",
                                Map.of("email", customer),
                                "message",
                                Map.of("text", words),
                                "tags",
                                tags))
                .mustBe(201)
                .text("/code");
    }

    private static String path(String code) {
        return "/api/v1/tickets/" + code;
    }

    private JsonNode counts() {
        return anna.get("/api/v1/counts").mustBe(200).body().at("/views");
    }

    private List<String> codes(String query) {
        return all(anna.get("/api/v1/tickets" + query), "/code");
    }

    private List<String> texts(String code) {
        return all(anna.get(path(code) + "/messages"), "/text");
    }

    private List<String> ids(String code) {
        return all(anna.get(path(code) + "/messages"), "/id");
    }

    private List<String> people(String code) {
        return all(anna.get(path(code) + "/participants"), "/email");
    }

    private List<String> kinds(String code) {
        return all(anna.get(path(code) + "/history"), "/kind");
    }

    private List<String> links(String code) {
        List<String> links = new ArrayList<>();
        anna.get(path(code) + "/links")
                .mustBe(200)
                .body()
                .at("/items")
                .forEach(link -> links.add(
                        link.at("/code").asString() + " " + link.at("/kind").asString()));
        return links;
    }

    private static List<String> all(Api.Answer answer, String field) {
        return answer.mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at(field).asString())
                .toList();
    }
}
