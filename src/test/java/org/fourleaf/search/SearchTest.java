package org.fourleaf.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@InFourleaf
class SearchTest {

    private final World world;
    private final LogPump pump;
    private final Indexer indexer;
    private final FileReader files;
    private final Map<String, String> names = new HashMap<>();

    SearchTest(
            @Autowired Worlds worlds,
            @Autowired LogPump pump,
            @Autowired Indexer indexer,
            @Autowired FileReader files) {
        world = worlds.fresh();
        this.pump = pump;
        this.indexer = indexer;
        this.files = files;
    }

    @BeforeAll
    void tickets() {
        open(
                "printer",
                "Broken printer",
                "It prints only cats, the printers of room 12.",
                Map.of("tags", List.of("hardware")));
        open("invoice", "Invoice missing", "Where is my invoice for the saddle?", Map.of("priority", "high"));
        open("sales", "Price of a saddle", "How much is a leather saddle?", Map.of("department", "Sales"));
        open("lt", "Sąskaita faktūra", "Laba diena, negaliu rasti sąskaitų ir spausdintuvo. Ačiū, Žydrūnė", Map.of());
        open("el", "Ανάκτηση κωδικού", "Χρειάζομαι τους λογαριασμούς μου και τον εκτυπωτή.", Map.of());
        open("zh", "打印机坏了", "我的打印机不能工作，請幫忙處理發票。", Map.of());
        open(
                "odd",
                "Re: \u202eevil\u202c \u200bzero\u200bwidth",
                "Cafe\u0301 👍🏽 crème brûlée prin\u00adting user_name a.b@mail.example.com",
                Map.of());
        reply("invoice", "We sent the document by courier.");
        world.anna()
                .post(
                        "/api/v1/tickets/" + names.get("invoice") + "/messages",
                        Map.of("type", "note", "text", "Customer is grumpyish"))
                .mustBe(201);
        open("spam", "Casino jackpots", "Win big", Map.of());
        world.anna()
                .patch("/api/v1/tickets/" + names.get("spam"), Map.of("status", "spam"))
                .mustBe(200);
        settle();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    printer                     | printer
                    PRINTERS                    | printer,odd
                    prin                        | printer,odd
                    "broken printer"            | printer
                    "printer broken"            | ``
                    broken cats                 | printer
                    broken saddle               | ``
                    saddle                      | invoice,sales
                    saddle -leather             | invoice
                    leather OR cats             | sales,printer
                    courier missing             | invoice
                    grumpyish                   | invoice
                    hardware                    | printer
                    tag:hardware                | printer
                    -tag:hardware priority:normal saddle | sales
                    priority:high               | invoice
                    department:sales            | sales
                    subject:saddle              | sales
                    from:omar saddle            | invoice,sales
                    from:omar@example.org cats  | printer
                    from:nobody@example.org     | ``
                    customer:omar leather       | sales
                    status:new leather          | sales
                    status:answered courier     | invoice
                    status:nonsense             | ``
                    casino                      | ``
                    status:spam casino          | spam
                    is:spam                     | spam
                    is:unassigned leather       | sales
                    has:attachment saddle       | ``
                    has:note grumpyish          | invoice
                    before:2001-01-01           | ``
                    after:2001-01-01 leather    | sales
                    after:nonsense leather      | ``
                    before:9999999999-01-01     | ``
                    colour:red                  | ``
                    saskaita                    | lt
                    sąskaita                    | lt
                    saskaitos                   | lt
                    sąskaitą                    | lt
                    spausdintuvas               | lt
                    zydrune                     | lt
                    ανακτηση                    | el
                    ΑΝΆΚΤΗΣΗ                    | el
                    λογαριασμός                 | el
                    κωδικών                     | el
                    打印机                       | zh
                    打印機                       | zh
                    发票                         | zh
                    發票                         | zh
                    机                           | zh
                    cafe                        | odd
                    CAFÉ                        | odd
                    creme brulee                | odd
                    "zero width"                | odd
                    printing                    | odd,printer
                    user_name                   | odd
                    username                    | odd
                    mail.example.com            | odd
                    a.b@mail.example.com        | odd
                    👍                           | odd
                    pritner                     | printer
                    sadle                       | invoice,sales
                    """)
    void finds(String typed, String expected) {
        Set<String> wanted = new HashSet<>();
        for (String name : expected.split(",", -1)) {
            if (!name.isBlank()) {
                wanted.add(name.strip());
            }
        }
        assertThat(found(world.olga(), typed)).as(typed).isEqualTo(wanted);
        assertThat(listed(world.olga(), typed)).as("list: " + typed).isEqualTo(wanted);
    }

    @Test
    void nobody_finds_what_they_may_not_see() {
        world.olga()
                .patch("/api/v1/departments/" + world.department("Sales"), Map.of("access", "members"))
                .mustBe(200);
        assertThat(found(world.anna(), "leather")).isEmpty();
        assertThat(listed(world.anna(), "leather")).isEmpty();
        assertThat(found(world.bram(), "leather")).containsExactly("sales");
        world.olga()
                .patch("/api/v1/departments/" + world.department("Sales"), Map.of("access", "all"))
                .mustBe(200);
    }

    @Test
    void what_was_found_is_marked_as_places_never_as_markup() {
        JsonNode body = search(world.olga(), "cats");
        JsonNode excerpt = body.at("/tickets/0/excerpt");
        JsonNode mark = excerpt.at("/marks/0");
        assertThat(excerpt.at("/text")
                        .asString()
                        .substring(mark.at("/start").asInt(), mark.at("/end").asInt()))
                .isEqualTo("cats");
        assertThat(search(world.olga(), "printer")
                        .at("/tickets/0/subject_marks/0/start")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void a_code_finds_its_ticket() {
        String code = String.valueOf(names.get("spam"));
        assertThat(search(world.olga(), code).at("/tickets/0/code").asString()).isEqualTo(code);
        assertThat(found(world.olga(), "code:" + names.get("lt"))).containsExactly("lt");
        String begun = String.valueOf(names.get("lt")).substring(0, 8);
        assertThat(found(world.olga(), begun)).containsExactly("lt");
        assertThat(listed(world.olga(), begun)).containsExactly("lt");
    }

    @Test
    void customers_are_found_by_any_word_of_their_names() {
        world.olga()
                .post("/api/v1/customers", Map.of("name", "Zoë van der Berg", "email", "zoe@berg.example"))
                .mustBe(201);
        settle();
        for (String typed : List.of("zoe", "Berg", "be", "zoe@berg.example", "van zo")) {
            assertThat(search(world.olga(), typed).at("/customers/0/name").asString())
                    .as(typed)
                    .isEqualTo("Zoë van der Berg");
        }
        assertThat(search(world.olga(), "berg&kind=customers").at("/customers")).isEmpty();
        assertThat(world.olga()
                        .get("/api/v1/search?q=berg&kind=customers")
                        .mustBe(200)
                        .body()
                        .at("/customers"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\\",
                "' | 'x",
                "!",
                "!!!",
                "&",
                "|",
                "(",
                ")",
                "a & | b",
                ":*",
                "x:*",
                "'':",
                "<->",
                "\"\"\"",
                "-",
                "--",
                "OR OR OR",
                "%",
                "_",
                "a'b\\c",
                "tag:'",
                "subject:",
                "subject:()",
                "from:@",
                "from:'@'",
                "before:",
                "assignee:\\",
                "\u0000x",
                "\ud800",
                "\u202e",
                "\u200b",
                "👨‍👩‍👧‍👦",
                "status:,,,",
                "code:%",
                "is:",
                "has:x",
                "#=",
                "s=printer",
                "e=print",
                "-ABC-DEFGH-123",
                "ABC-D OR -ABC-E",
                "k=abc"
            })
    void hostile_questions_are_harmless(String typed) {
        for (String path : List.of("/api/v1/search?q=", "/api/v1/tickets?q=")) {
            assertThat(world.olga().get(path + encoded(typed)).status())
                    .as(path + typed)
                    .isIn(200, 400);
        }
    }

    @Test
    void a_question_has_a_length() {
        world.olga().get("/api/v1/search?q=" + "a".repeat(501)).mustBe(400).mustName("q");
        world.olga().get("/api/v1/tickets?q=" + "a".repeat(501)).mustBe(400).mustName("q");
        world.olga().get("/api/v1/search").mustBe(400);
        world.olga().get("/api/v1/search?q=" + "a+".repeat(250)).mustBe(200);
        world.olga().get("/api/v1/search?q=x&kind=articles").mustBe(400).mustName("kind");
        world.olga().get("/api/v1/search?q=x&cursor=zz").mustBe(400).mustName("cursor");
    }

    @Test
    void what_looks_alike_comes_after_what_is_meant_and_none_is_left_out() {
        open("exact", "About the vermicolli", "Meant as written", Map.of());
        open("alike1", "About the vermicelli", "Looks alike", Map.of());
        open("alike2", "More vermicelli", "Looks alike", Map.of());
        open("alike3", "Still more vermicelli", "Looks alike", Map.of());
        settle();
        JsonNode first = world.olga()
                .get("/api/v1/search?limit=2&q=vermicolli")
                .mustBe(200)
                .body();
        assertThat(first.at("/tickets/0/code").asString()).isEqualTo(names.get("exact"));
        assertThat(first.at("/tickets").size()).isEqualTo(2);
        Set<String> all = new HashSet<>(named(first.at("/tickets")));
        JsonNode page = first;
        while (page.at("/next").isString()) {
            page = world.olga()
                    .get("/api/v1/search?limit=1&q=vermicolli&cursor="
                            + encoded(page.at("/next").asString()))
                    .mustBe(200)
                    .body();
            for (String name : named(page.at("/tickets"))) {
                assertThat(all.add(name)).as(name).isTrue();
            }
        }
        assertThat(all).containsExactlyInAnyOrder("exact", "alike1", "alike2", "alike3");
    }

    @Test
    void nothing_stands_for_a_word_that_five_tickets_have() {
        for (int i = 0; i < TicketSearch.FEW; i++) {
            open("enough" + i, "Tagliatelle " + i, "As written", Map.of());
        }
        open("other", "Tagliotelle", "Looks alike", Map.of());
        settle();
        assertThat(found(world.olga(), "\"tagliatelle\" is:unassigned")).hasSize(TicketSearch.FEW);
        assertThat(found(world.olga(), "tagliatelle is:unassigned"))
                .hasSize(TicketSearch.FEW)
                .doesNotContain("other");
    }

    @Test
    void what_changes_is_found_anew() {
        open("changing", "Old title", "Some words", Map.of());
        settle();
        world.anna()
                .patch("/api/v1/tickets/" + names.get("changing"), Map.of("subject", "Fresh heading"))
                .mustBe(200);
        reply("changing", "quokkas answer");
        settle();
        assertThat(found(world.olga(), "heading")).containsExactly("changing");
        assertThat(found(world.olga(), "quokka")).containsExactly("changing");
        assertThat(found(world.olga(), "\"old title\"")).isEmpty();
    }

    @Test
    void attached_files_are_found_by_name_and_by_what_they_say() {
        open("filed", "With a file", "See the file", Map.of());
        String file = world.anna()
                .with("X-Filename", "quarterly-figures.txt")
                .send("POST", "/api/v1/attachments", "The wombat ledger".getBytes(StandardCharsets.UTF_8), "text/plain")
                .mustBe(201)
                .text("/id");
        world.anna()
                .post(
                        "/api/v1/tickets/" + names.get("filed") + "/messages",
                        Map.of("type", "note", "text", "Here", "attachments", List.of(file)))
                .mustBe(201);
        settle();
        files.drain(world.workspace());
        settle();
        Settling.until(() -> found(world.olga(), "wombat").contains("filed"), () -> {
            files.drain(world.workspace());
            settle();
        });
        assertThat(found(world.olga(), "quarterly")).containsExactly("filed");
        assertThat(found(world.olga(), "has:attachment wombat")).containsExactly("filed");
    }

    @Test
    void similar_tickets_share_rare_words_and_are_those_one_may_see() {
        open("like1", "Espresso machine leaks", "The gasket of my espresso machine leaks.", Map.of());
        open("like2", "Leaking espresso gasket", "My espresso machine needs a gasket.", Map.of("department", "Sales"));
        settle();
        String path = "/api/v1/tickets/" + names.get("like1") + "/similar";
        assertThat(named(world.olga().get(path).mustBe(200).body().at("/items")))
                .containsExactly("like2");
        world.olga()
                .patch("/api/v1/departments/" + world.department("Sales"), Map.of("access", "members"))
                .mustBe(200);
        assertThat(world.anna().get(path).mustBe(200).body().at("/items")).isEmpty();
        world.anna().get("/api/v1/tickets/" + names.get("like2") + "/similar").mustBe(404);
        world.olga()
                .patch("/api/v1/departments/" + world.department("Sales"), Map.of("access", "all"))
                .mustBe(200);
    }

    private void open(String name, String subject, String text, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("subject", subject);
        body.put("customer", Map.of("email", World.OMAR));
        body.put("message", Map.of("text", text));
        body.putIfAbsent("department", "Support");
        names.put(name, world.olga().post("/api/v1/tickets", body).mustBe(201).text("/code"));
    }

    private void reply(String name, String text) {
        world.anna()
                .post("/api/v1/tickets/" + names.get(name) + "/messages", Map.of("type", "reply", "text", text))
                .mustBe(201);
    }

    /** The application's own pump and indexer may be at it as well: settled is what waits for neither. */
    private void settle() {
        JdbcClient owner = JdbcClient.create(TestDatabase.owner());
        Settling.until(
                () -> owner.sql("""
                                select not exists (select from workspaces_with_unread_log(array['search']) as w where w = :w)
                                    and not exists (select from search_todo where workspace_id = :w)
                                """)
                        .param("w", world.workspace())
                        .query(Boolean.class)
                        .single(),
                () -> {
                    pump.drain(world.workspace());
                    indexer.drain(world.workspace());
                });
    }

    private Set<String> found(Api api, String typed) {
        return named(search(api, typed).at("/tickets"));
    }

    private Set<String> listed(Api api, String typed) {
        List<JsonNode> lines = new ArrayList<>();
        api.get("/api/v1/tickets?limit=100&q=" + encoded(typed))
                .mustBe(200)
                .body()
                .at("/items")
                .forEach(lines::add);
        return named(lines);
    }

    private Set<String> named(Iterable<JsonNode> lines) {
        Set<String> found = new HashSet<>();
        for (JsonNode line : lines) {
            String code = line.at("/code").asString();
            found.add(names.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(code))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(code));
        }
        return found;
    }

    private static JsonNode search(Api api, String typed) {
        return api.get("/api/v1/search?q=" + encoded(typed)).mustBe(200).body();
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }
}
