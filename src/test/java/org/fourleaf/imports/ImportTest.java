package org.fourleaf.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@InFourleaf
class ImportTest {

    private static final String TICKET = """
            {"external_id":"T-1","subject":"Broken printer","department":"Support","channel":"email","status":"resolved","priority":"normal","created_at":"2026-03-02T09:15:00Z","resolved_at":"2026-03-02T11:00:00Z","customer":{"email":"omar@example.org","name":"Omar"},"assignee":"anna@example.com","tags":["printer"],"messages":[{"direction":"in","author":"omar@example.org","at":"2026-03-02T09:15:00Z","text":"It is broken."},{"direction":"internal","author":"bram@example.com","at":"2026-03-02T09:30:00Z","text":"Again?"},{"direction":"out","author":"anna@example.com","at":"2026-03-02T10:00:00Z","text":"Switch it off and on."}]}
            """.strip();

    private static final List<String> ACTIVITIES = List.of("""
            {"external_id":"A-1","at":"2026-03-02T09:15:00Z","kind":"message.sent","agent":"anna@example.com","department":"Support","channel":"email","ticket":"T-1","length":420,"answers":"new","seconds":2700}""", """
            {"external_id":"A-2","at":"2026-03-02T09:20:00Z","kind":"call.ended","agent":"anna@example.com","department":"Support","channel":"call","direction":"in","talk":300,"hold":20,"wrap":40}""", """
            {"external_id":"A-3","at":"2026-03-02T08:00:00Z","kind":"presence.changed","agent":"anna@example.com","state":"online"}""");

    private static final String OMAR = """
            {"external_id":"omar","email":"omar@example.org","name":"Omar","company":"Acme","language":"lt","groups":["vip"],"fields":{}}""";

    private static final String CLEO = """
            {"external_id":"cleo","email":"cleo@example.com","name":"Cleo","role":"agent","departments":["Support","Night shift"]}""";

    private final Worlds worlds;
    private World world;
    private Moving olga;

    ImportTest(@Autowired Worlds worlds) {
        this.worlds = worlds;
        world = worlds.fresh();
        olga = new Moving(world.olga());
    }

    @BeforeEach
    void a_workspace_for_each_test() {
        world = worlds.fresh();
        olga = new Moving(world.olga());
    }

    @Test
    void the_lines_of_the_documentation_go_in_and_come_out_again() {
        olga.inTwice("agents", List.of(CLEO));
        olga.inTwice("customers", List.of(OMAR));
        olga.inTwice("tickets", List.of(TICKET));
        olga.inTwice("activities", ACTIVITIES);

        assertThat(olga.out("agents")).filteredOn(line -> line.contains("cleo")).hasSize(1);
        assertThat(olga.out("customers")).containsExactly(OMAR);
        assertThat(olga.out("tickets")).containsExactly(TICKET);
        assertThat(olga.out("activities")).containsExactlyElementsOf(ACTIVITIES);
    }

    @Test
    void an_imported_ticket_reads_like_one_that_lived_here() {
        olga.in("tickets", TICKET);

        JsonNode ticket = world.olga()
                .get("/api/v1/tickets?status=resolved")
                .mustBe(200)
                .body()
                .at("/items/0");
        assertThat(ticket.at("/subject").asString()).isEqualTo("Broken printer");
        assertThat(ticket.at("/assignee/email").asString()).isEqualTo(World.ANNA);
        assertThat(ticket.at("/tags/0").asString()).isEqualTo("printer");
        assertThat(ticket.at("/created_at").asString()).isEqualTo("2026-03-02T09:15:00Z");
        assertThat(ticket.at("/last_message_at").asString()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(ticket.at("/message_count").asInt()).isEqualTo(2);
        assertThat(ticket.at("/snippet").asString()).isEqualTo("Switch it off and on.");

        String code = ticket.at("/code").asString();
        JsonNode thread = world.olga()
                .get("/api/v1/tickets/" + code + "/messages")
                .mustBe(200)
                .body()
                .at("/items");
        assertThat(thread.valueStream().map(message -> message.at("/type").asString()))
                .containsExactly("message", "note", "reply");
        assertThat(thread.at("/0/author/email").asString()).isEqualTo("omar@example.org");
        assertThat(thread.at("/2/author/name").asString()).isEqualTo("Anna");

        JsonNode history = world.olga()
                .get("/api/v1/tickets/" + code + "/history")
                .mustBe(200)
                .body()
                .at("/items");
        assertThat(history.valueStream().map(line -> line.at("/kind").asString()))
                .containsExactly("ticket.imported");
        assertThat(world.olga()
                        .get("/api/v1/counts")
                        .body()
                        .at("/views/resolved")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_changed_line_changes_the_ticket_and_adds_what_was_said_since() {
        String open = """
                {"external_id":"T-9","subject":"Slow","status":"new","created_at":"2026-03-02T09:00:00Z","customer":{"email":"omar@example.org"},"tags":["a","b"],"messages":[{"direction":"in","at":"2026-03-02T09:00:00Z","text":"Slow."}]}""";
        String solved = """
                {"external_id":"T-9","subject":"Very slow","department":"Speed","status":"resolved","priority":"high","created_at":"2026-03-02T09:00:00Z","resolved_at":"2026-03-03T09:00:00Z","customer":{"email":"omar@example.org"},"assignee":"bram@example.com","tags":["b","c"],"messages":[{"direction":"in","at":"2026-03-02T09:00:00Z","text":"Slow."},{"direction":"out","author":"bram@example.com","at":"2026-03-03T08:00:00Z","text":"Not any more."}]}""";
        olga.inTwice("tickets", List.of(open));
        Moving.mustCount(olga.in("tickets", solved), 1, 0, 0);
        Moving.mustCount(olga.in("tickets", solved), 0, 1, 0);

        JsonNode counts = world.olga().get("/api/v1/counts").body();
        assertThat(counts.at("/views/resolved").asInt()).isEqualTo(1);
        assertThat(counts.at("/views/to_answer").asInt()).isZero();
        assertThat(olga.out("tickets"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"Very slow\"", "\"Speed\"", "\"high\"", "\"tags\":[\"b\",\"c\"]", "Not any more."));
    }

    @Test
    void bad_lines_are_told_by_number_and_the_others_go_in() {
        JsonNode ended = olga.in(
                "tickets",
                "not json",
                TICKET,
                "",
                TICKET.replace("T-1", "T-2").replace("anna@", "nobody@"),
                TICKET.replace("T-1", "T-3").replace("\"subject\"", "\"colour\""),
                TICKET.replace("T-1", "T-4").replace("\"priority\":\"normal\"", "\"priority\":3"),
                TICKET.replace("T-1", "T-5").replace("2026-03-02T09:15:00Z", "yesterday"),
                TICKET.replace("T-1", "T-6").replace("2026-03-02T09:15:00Z", "2999-03-02T09:15:00Z"),
                TICKET.replace("\"external_id\":\"T-1\",", ""),
                TICKET.replace("T-1", "x".repeat(Lines.LINE_BYTES_MAX)),
                TICKET.replace("T-1", "T-7").replace("It is broken.", "It is \\u0000broken."));

        Moving.mustCount(ended, 2, 0, 8);
        assertThat(Moving.reason(ended, 1)).contains("JSON");
        assertThat(Moving.reason(ended, 4)).isEqualTo("assignee: There is no such agent.");
        assertThat(Moving.reason(ended, 5)).isEqualTo("colour: There is no such field.");
        assertThat(Moving.reason(ended, 6)).startsWith("priority: ");
        assertThat(Moving.reason(ended, 7)).startsWith("created_at: ");
        assertThat(Moving.reason(ended, 8)).startsWith("created_at: ");
        assertThat(Moving.reason(ended, 9)).isEqualTo("external_id: This is needed.");
        assertThat(Moving.reason(ended, 10)).contains("longer than");
        assertThat(world.olga()
                        .get("/api/v1/imports/" + ended.at("/id").asString())
                        .mustBe(200)
                        .body())
                .isEqualTo(ended);
        assertThat(world.olga()
                        .get("/api/v1/imports")
                        .body()
                        .at("/items/0/failed")
                        .asInt())
                .isEqualTo(8);
    }

    @Test
    void a_large_stream_goes_in_and_again_changes_nothing() {
        int count = 20_000;
        List<String> lines = IntStream.range(0, count)
                .mapToObj(i -> """
                        {"external_id":"A-%d","at":"2026-03-%02dT09:%02d:00Z","kind":"message.sent","agent":"anna@example.com","department":"Support","channel":"email","ticket":"T-%d","length":%d,"answers":"open","seconds":60}""".formatted(i, 1 + i % 28, i % 60, i / 5, i % 900))
                .toList();
        olga.inTwice("activities", lines);
        assertThat(olga.out("activities")).hasSize(count);
    }

    @Test
    void a_ticket_named_by_an_activity_before_it_came_is_that_ticket() {
        olga.in("activities", ACTIVITIES);
        olga.in("tickets", TICKET);
        assertThat(olga.out("activities").getFirst()).contains("\"ticket\":\"T-1\"");
        assertThat(JdbcClient.create(TestDatabase.owner())
                        .sql(
                                "select count(*) from log l join ticket t on t.workspace_id = l.workspace_id and t.id = l.ticket_id"
                                        + " where l.workspace_id = ? and l.kind = 10")
                        .param(world.workspace())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_customer_named_by_an_activity_before_they_came_is_that_customer() {
        String call = """
                {"external_id":"A-9","at":"2026-03-02T09:20:00Z","kind":"call.started","channel":"call","customer":"omar@example.org","number":"+370 600 00000","direction":"in"}""";
        olga.inTwice("activities", List.of(call));
        olga.in("customers", OMAR);
        assertThat(JdbcClient.create(TestDatabase.owner())
                        .sql("select count(*) from log l join customer c on c.workspace_id = l.workspace_id"
                                + " and c.id = l.customer_id where l.workspace_id = ? and l.kind = 31"
                                + " and l.facts::text not like '%370%'")
                        .param(world.workspace())
                        .query(Integer.class)
                        .single())
                .as("calls of Omar, whose number is not in the log")
                .isEqualTo(1);
        assertThat(olga.out("activities"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("+370 600 00000", "omar@example.org"));
    }

    @Test
    void four_imports_of_the_same_file_at_once_bring_it_in_once() throws Exception {
        List<String> lines = IntStream.range(0, 3_000)
                .mapToObj(i -> TICKET.replace("T-1", "T-" + i).replace("omar@", "omar" + i % 700 + "@"))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<JsonNode>> imports = Stream.<Callable<JsonNode>>generate(
                            () -> () -> olga.in("tickets", lines))
                    .limit(4)
                    .toList();
            long imported = 0;
            for (Future<JsonNode> ended : threads.invokeAll(imports)) {
                assertThat(ended.get().at("/failed").asInt()).isZero();
                imported += ended.get().at("/imported").asInt();
            }
            assertThat(imported).isEqualTo(3_000);
        }
        assertThat(olga.out("tickets")).hasSize(3_000);
        assertThat(olga.out("customers"))
                .filteredOn(line -> !line.contains("\"" + World.OMAR + "\""))
                .hasSize(700);
    }

    @Test
    void what_came_out_goes_into_an_empty_workspace_and_comes_out_the_same() {
        olga.in("agents", CLEO);
        olga.in("customers", OMAR, OMAR.replace("omar", "zoe").replace("Omar", "Žoė"));
        olga.in(
                "tickets",
                TICKET,
                TICKET.replace("T-1", "T-2")
                        .replace("\"text\":\"It is broken.\"", "\"html\":\"<p>It <b>is</b></p><script>1</script>\"")
                        .replace("\"assignee\":\"anna@example.com\",", "\"type\":\"problem\",\"fields\":{\"a\":1.5},"));
        olga.in("activities", ACTIVITIES);
        String written = world.olga()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject", "Born here",
                                "customer", Map.of("email", "zoe@example.org"),
                                "message", Map.of("text", "Hello")))
                .mustBe(201)
                .text("/code");

        Moving other = new Moving(worlds.fresh().olga());
        for (String kind : List.of("agents", "customers", "tickets", "activities")) {
            List<String> out = olga.out(kind);
            JsonNode ended = other.in(kind, out);
            assertThat(ended.at("/failed").asInt()).as("%s", ended).isZero();
            assertThat(other.out(kind)).as(kind).containsExactlyInAnyOrderElementsOf(out);
            olga.in(kind, out);
            assertThat(olga.out(kind))
                    .as("%s brought back to where they came from", kind)
                    .isEqualTo(out);
        }
        assertThat(other.out("tickets")).anyMatch(line -> line.contains(written));
    }

    @Test
    void only_who_may_run_imports_moves_anything_in_or_out() {
        Api anna = world.anna();
        anna.send("POST", "/api/v1/imports/tickets", new byte[0], "application/x-ndjson")
                .mustRefuse(403, "permission-missing");
        anna.get("/api/v1/exports/customers").mustRefuse(403, "permission-missing");
        anna.get("/api/v1/imports").mustRefuse(403, "permission-missing");
        world.olga()
                .send("POST", "/api/v1/imports/socks", new byte[0], "application/x-ndjson")
                .mustBe(404);
        world.olga()
                .send("POST", "/api/v1/imports/tickets", new byte[0], "text/csv")
                .mustBe(415);
    }

    @Test
    void an_import_takes_no_owner_away_and_only_an_owner_brings_one() {
        String olgaAsAgent = CLEO.replace("cleo@example.com", World.OLGA).replace("cleo", "olga");
        olga.in("agents", olgaAsAgent);
        assertThat(olga.out("agents")).anyMatch(line -> line.contains(World.OLGA) && line.contains("\"owner\""));
        Moving.mustCount(olga.in("agents", CLEO.replace("\"agent\"", "\"king\"")), 0, 0, 1);
        Moving.mustCount(olga.in("agents", CLEO.replace("\"agent\"", "\"owner\"")), 1, 0, 0);
    }

    @Test
    void an_agent_brought_in_as_inactive_is_out_everywhere() {
        Api browser = world.browserOf(World.BRAM);
        Api program = world.bram();
        String bram = CLEO.replace("cleo@example.com", World.BRAM).replace("cleo", "bram");
        Moving.mustCount(olga.in("agents", bram.replaceFirst("\\{", "{\"active\":false,")), 1, 0, 0);
        browser.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
        program.get("/api/v1/me").mustRefuse(401, "wrong-token");
        world.olga()
                .patch("/api/v1/agents/" + World.BRAM, Map.of("active", true))
                .mustBe(200);
        browser.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
        program.get("/api/v1/me").mustRefuse(401, "wrong-token");
    }

    @Test
    void privilege_escalation_a_narrowed_token_raises_nobody_and_changes_no_address() {
        String token = world.olga()
                .post("/api/v1/tokens", Map.of("name", "import", "scopes", List.of("imports_run", "agents_manage")))
                .mustBe(201)
                .text("/token");
        Moving narrowed = new Moving(world.stranger().withToken(token));
        String dan = CLEO.replace("cleo@example.com", "dan@example.com").replace("cleo", "dan");
        Moving.mustCount(narrowed.in("agents", dan.replace("\"agent\"", "\"admin\"")), 0, 0, 1);
        Moving.mustCount(narrowed.in("agents", dan), 1, 0, 0);
        Moving.mustCount(narrowed.in("agents", dan.replace("\"agent\"", "\"admin\"")), 0, 0, 1);
        Moving.mustCount(narrowed.in("agents", dan.replace("dan@example.com", "evil@example.com")), 0, 0, 1);
        assertThat(world.olga()
                        .get("/api/v1/agents/dan@example.com")
                        .mustBe(200)
                        .text("/role"))
                .isEqualTo("agent");
    }
}
