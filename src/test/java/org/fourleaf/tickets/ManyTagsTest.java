package org.fourleaf.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A workspace where everybody has made tags for years. */
@InFourleaf
class ManyTagsTest {

    private static final int TAGS = 10_000;

    private final World world;
    private final Api olga;

    ManyTagsTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
        olga = world.olga();
    }

    @BeforeAll
    void manyTags() {
        JdbcClient.create(TestDatabase.owner())
                .sql("""
                        insert into tag (workspace_id, id, name, name_key, colour)
                        select :w, gen_random_uuid(), 'Tag ' || lpad(i::text, 5, '0'), 'tag ' || lpad(i::text, 5, '0'),
                            case when i = 7 then 'teal' else 'gray' end
                        from generate_series(1, :n) as i
                        """)
                .param("w", world.workspace())
                .param("n", TAGS)
                .update();
    }

    @Test
    void all_are_read_page_by_page_and_each_once() {
        List<String> names = pages("limit=200");
        assertThat(names).hasSizeGreaterThanOrEqualTo(TAGS).isSorted();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        olga.get("/api/v1/tags?limit=201").mustRefuse(400, "malformed");
    }

    @Test
    void those_that_begin_with_what_is_typed_come_before_those_that_have_it_inside() {
        for (String name : List.of("Zebra", "zebu", "A zebra crossing", "The zebra")) {
            olga.post("/api/v1/tags", Map.of("name", name)).mustBe(201);
        }
        List<String> wanted = List.of("Zebra", "zebu", "A zebra crossing", "The zebra");
        assertThat(pages("q=ZEB")).isEqualTo(wanted);
        for (int limit = 1; limit < wanted.size(); limit++) {
            assertThat(pages("q=zeb&limit=" + limit)).isEqualTo(wanted);
        }
        assertThat(pages("q=tag+0999")).hasSize(10).first().isEqualTo("Tag 09990");
        assertThat(pages("q=0999&limit=200")).hasSize(11).contains("Tag 00999", "Tag 09990");
        assertThat(pages("q=nowhere")).isEmpty();
    }

    @Test
    void a_ticket_wears_one_of_them_by_name_is_listed_by_it_and_shows_its_colour() {
        String code = olga.post("/api/v1/tickets", TicketsApiTest.body("Tagged", "words"))
                .mustBe(201)
                .text("/code");
        Api.Answer changed = olga.patch("/api/v1/tickets/" + code, Map.of("tags", List.of("tag 00007", "TAG 09000")))
                .mustBe(200);
        assertThat(changed.body().at("/tags")).extracting(JsonNode::asString).containsExactly("Tag 00007", "Tag 09000");
        assertThat(changed.body().at("/tag_colours")).hasSize(1);
        assertThat(changed.text("/tag_colours/Tag 00007")).isEqualTo("teal");
        assertThat(olga.get("/api/v1/tickets?tag=tag+09000").mustBe(200).body().at("/items"))
                .extracting(ticket -> ticket.at("/code").asString())
                .containsExactly(code);
        assertThat(olga.get("/api/v1/tickets?tag=tag+09001").mustBe(200).body().at("/items"))
                .isEmpty();
        assertThat(pages("q=tag+09000")).hasSize(1);
        olga.patch("/api/v1/tickets/" + code, Map.of("tags", List.of("A new one")))
                .mustBe(200);
        assertThat(pages("q=a+new+one")).containsExactly("A new one");
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        olga.get("/api/v1/tags?cursor=" + URLEncoder.encode("bm90aGluZw", StandardCharsets.UTF_8))
                .mustRefuse(400, "malformed");
    }

    private List<String> pages(String query) {
        List<String> names = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = olga.get("/api/v1/tags?" + query + (next.isEmpty() ? "" : "&cursor=" + next))
                    .mustBe(200)
                    .body();
            page.at("/items").forEach(tag -> names.add(tag.at("/name").asString()));
            next = page.at("/next").asString("");
        } while (!next.isEmpty());
        return names;
    }
}
