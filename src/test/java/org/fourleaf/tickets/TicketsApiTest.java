package org.fourleaf.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InFourleaf
class TicketsApiTest {

    private final World world;
    private final Api anna;
    private final Api bram;

    TicketsApiTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
        anna = world.anna();
        bram = world.bram();
    }

    @Test
    void a_ticket_opened_from_a_customers_words_is_new_and_sends_nothing() {
        Api.Answer made = open("Broken printer", "It prints only cats.");
        assertThat(made.text("/status")).isEqualTo("new");
        assertThat(made.text("/customer/email")).isEqualTo(World.OMAR);
        assertThat(made.text("/channel")).isEqualTo("api");
        assertThat(made.header("Location")).isEqualTo("/api/v1/tickets/" + made.text("/code"));
        assertThat(made.header("ETag")).isEqualTo("\"" + made.text("/version") + "\"");
        Api.Answer thread = anna.get(path(made) + "/messages").mustBe(200);
        assertThat(thread.body().at("/items")).hasSize(1);
        assertThat(thread.text("/items/0/direction")).isEqualTo("in");
        assertThat(thread.text("/items/0/new_text")).isEqualTo("It prints only cats.");
    }

    @Test
    void an_unknown_field_a_wrong_type_and_a_missing_value_are_named() {
        Map<String, Object> body = body("Subject", "Words");
        body.put("subjekt", "x");
        anna.post("/api/v1/tickets", body).mustBe(400).mustName("/subjekt");
        body.remove("subjekt");
        body.put("priority", "very");
        anna.post("/api/v1/tickets", body).mustBe(400).mustName("/priority");
        body.remove("priority");
        body.remove("customer");
        assertThat(anna.post("/api/v1/tickets", body).mustName("/customer").status())
                .isBetween(400, 422);
    }

    @Test
    void a_ticket_begins_with_files_copies_and_an_owner() {
        String file = anna.with("X-Filename", "offer.txt")
                .send("POST", "/api/v1/attachments", "x".getBytes(StandardCharsets.UTF_8), "text/plain")
                .mustBe(201)
                .text("/id");
        Map<String, Object> body = body("An offer", "As promised.");
        body.put("assignee", "me");
        body.put(
                "message",
                Map.of(
                        "text",
                        "As promised.",
                        "direction",
                        "out",
                        "cc",
                        List.of("boss@example.org"),
                        "attachments",
                        List.of(file)));
        Api.Answer made = anna.post("/api/v1/tickets", body).mustBe(201);
        assertThat(made.text("/assignee/name")).isEqualTo("Anna");
        Api.Answer thread = anna.get(path(made) + "/messages").mustBe(200);
        assertThat(thread.text("/items/0/attachments/0/name")).isEqualTo("offer.txt");
        assertThat(thread.text("/items/0/cc/0")).isEqualTo("boss@example.org");
        anna.post("/api/v1/tickets", body).mustBe(422).mustName("/attachments");
    }

    @Test
    void what_a_customer_said_has_files_and_no_copies() {
        String file = anna.with("X-Filename", "letter.txt")
                .send("POST", "/api/v1/attachments", "x".getBytes(StandardCharsets.UTF_8), "text/plain")
                .mustBe(201)
                .text("/id");
        Map<String, Object> body = body("A letter came", "It is attached.");
        body.put("message", Map.of("text", "It is attached.", "attachments", List.of(file)));
        Api.Answer made = anna.post("/api/v1/tickets", body).mustBe(201);
        assertThat(anna.get(path(made) + "/messages").text("/items/0/attachments/0/name"))
                .isEqualTo("letter.txt");
        body.put("message", Map.of("text", "x", "cc", List.of("boss@example.org")));
        anna.post("/api/v1/tickets", body).mustBe(422).mustName("/message/cc");
        body.put("message", Map.of("text", "x"));
        body.put("assignee", "nobody@example.org");
        anna.post("/api/v1/tickets", body).mustBe(422).mustName("/assignee");
    }

    @Test
    void an_answer_moves_the_ticket_and_stands_in_its_history() {
        Api.Answer made = open("Where is my parcel", "It should be here.");
        Api.Answer reply = anna.post(
                        path(made) + "/messages", Map.of("type", "reply", "html", "<p>On its <b>way</b>.</p>"))
                .mustBe(201);
        assertThat(reply.text("/new_text")).isEqualTo("On its way.");
        assertThat(reply.text("/author/name")).isEqualTo("Anna");
        assertThat(anna.get(path(made)).text("/status")).isEqualTo("answered");
        assertThat(kinds(made))
                .containsSubsequence("ticket.created", "message.received", "message.sent", "ticket.status_changed");
        var sent = anna.get(path(made) + "/history")
                .body()
                .at("/items")
                .valueStream()
                .filter(line -> line.at("/kind").asString().equals("message.sent"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.at("/facts/answers").asString()).isEqualTo("new");
        assertThat(sent.at("/facts/length").asInt()).isEqualTo("On its way.".length());
        assertThat(sent.at("/facts/seconds").asInt()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void a_message_moves_a_ticket_no_further_than_its_writer_may() {
        Api.Answer made = open("Delete me", "Please.");
        String messages = path(made) + "/messages";
        anna.post(messages, Map.of("type", "note", "text", "x", "status", "deleted"))
                .mustRefuse(403, "permission-missing");
        anna.post(messages, Map.of("type", "note", "text", "x", "status", "postponed"))
                .mustRefuse(422, "invalid")
                .mustName("/status");
        anna.post(messages, Map.of("type", "reply", "text", "x", "status", "new"))
                .mustRefuse(409, "not-possible");
        assertThat(anna.get(path(made)).text("/status")).isEqualTo("new");
        assertThat(anna.get(messages).body().at("/items")).hasSize(1);
    }

    @Test
    void of_messages_sent_at_once_with_the_same_file_one_gets_it_and_the_others_are_refused() throws Exception {
        String file = anna.with("X-Filename", "notes.txt")
                .send("POST", "/api/v1/attachments", "x".getBytes(StandardCharsets.UTF_8), "text/plain")
                .mustBe(201)
                .text("/id");
        List<String> paths =
                Stream.generate(() -> path(open("Same file", "x"))).limit(4).toList();
        AtomicInteger next = new AtomicInteger();
        List<Integer> statuses = Together.call(
                paths.size(),
                () -> anna.post(
                                paths.get(next.getAndIncrement()) + "/messages",
                                Map.of("type", "note", "text", "x", "attachments", List.of(file)))
                        .status());
        assertThat(statuses).containsExactlyInAnyOrder(201, 422, 422, 422);
    }

    @Test
    void a_subject_of_mere_space_is_refused() {
        Api.Answer made = open("A subject", "x");
        anna.patch(path(made), Map.of("subject", " \u2003 "))
                .mustRefuse(400, "malformed")
                .mustName("/subject");
        anna.patch(path(made), Map.of("type", "  "))
                .mustRefuse(400, "malformed")
                .mustName("/type");
    }

    @Test
    void an_answer_over_a_newer_message_is_not_sent_unless_it_was_seen() throws Exception {
        Api.Answer made = open("Newer", "First words.");
        String messages = path(made) + "/messages";
        String seen = anna.get(messages).text("/items/0/id");
        anna.post(messages, Map.of("type", "note", "text", "A note is nothing newer."))
                .mustBe(201);
        String answer = bram.post(messages, Map.of("type", "reply", "text", "Bram was first.", "seen", seen))
                .mustBe(201)
                .text("/id");
        anna.post(messages, Map.of("type", "reply", "text", "Me too.", "seen", seen))
                .mustRefuse(409, "newer-message");
        anna.post(messages, Map.of("type", "note", "text", "Notes may.", "seen", seen))
                .mustBe(201);
        bram.post(messages, Map.of("type", "reply", "text", "My own is nothing newer.", "seen", seen))
                .mustBe(201);
        anna.post(messages, Map.of("type", "reply", "text", "x", "seen", "x"))
                .mustBe(400)
                .mustName("/seen");
        anna.post(messages, Map.of("type", "reply", "text", "Anyway.")).mustBe(201);
        assertThat(answer).isGreaterThan(seen);
    }

    @Test
    void of_two_who_answer_the_same_message_at_once_one_is_asked_first() throws Exception {
        Api.Answer made = open("At once", "First words.");
        String messages = path(made) + "/messages";
        String seen = anna.get(messages).text("/items/0/id");
        AtomicInteger next = new AtomicInteger();
        List<Integer> statuses = Together.call(
                2,
                () -> (next.getAndIncrement() == 0 ? anna : bram)
                        .post(messages, Map.of("type", "reply", "text", "Mine.", "seen", seen))
                        .status());
        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void send_and_resolve_is_one_act() {
        Api.Answer made = open("Thanks", "That was all.");
        anna.post(path(made) + "/messages", Map.of("type", "reply", "text", "Gladly.", "status", "resolved"))
                .mustBe(201);
        assertThat(anna.get(path(made)).text("/status")).isEqualTo("resolved");
        assertThat(kinds(made)).contains("message.sent", "ticket.resolved");
    }

    @Test
    void a_note_is_internal_and_changes_no_status() {
        Api.Answer made = open("Quiet", "Words");
        Api.Answer note = anna.post(path(made) + "/messages", Map.of("type", "note", "text", "He called twice."))
                .mustBe(201);
        assertThat(note.text("/direction")).isEqualTo("internal");
        assertThat(anna.get(path(made)).text("/status")).isEqualTo("new");
        assertThat(anna.get(path(made)).text("/snippet")).isEqualTo("Words");
    }

    @Test
    void script_in_an_answer_is_taken_out() {
        Api.Answer made = open("Script", "Words");
        Api.Answer reply = anna.post(
                        path(made) + "/messages",
                        Map.of("type", "reply", "html", "<p onclick=\"x()\">Hi<script>alert(1)</script></p>"))
                .mustBe(201);
        assertThat(reply.text("/html")).doesNotContain("script", "onclick").contains("Hi");
    }

    @Test
    void several_properties_change_at_once_and_each_stands_in_the_history() {
        Api.Answer made = open("Change me", "Words");
        Api.Answer changed = anna.patch(
                        path(made),
                        Map.of(
                                "assignee",
                                World.ANNA,
                                "priority",
                                "high",
                                "tags",
                                List.of("vip", "printer"),
                                "subject",
                                "Changed"))
                .mustBe(200);
        assertThat(changed.text("/assignee/email")).isEqualTo(World.ANNA);
        assertThat(changed.text("/priority")).isEqualTo("high");
        assertThat(changed.body().at("/tags").valueStream().map(tag -> tag.asString()))
                .containsExactly("printer", "vip");
        assertThat(changed.text("/subject")).isEqualTo("Changed");
        assertThat(kinds(made)).contains("ticket.assigned", "ticket.tagged", "ticket.changed");
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("assignee", null);
        assertThat(anna.patch(path(made), nobody)
                        .mustBe(200)
                        .body()
                        .at("/assignee")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_stale_edit_is_refused_and_a_blind_one_wins() {
        Api.Answer made = open("Stale", "Words");
        String tag = String.valueOf(anna.get(path(made)).header("ETag"));
        anna.with("If-Match", tag).patch(path(made), Map.of("priority", "low")).mustBe(200);
        anna.with("If-Match", tag).patch(path(made), Map.of("priority", "high")).mustRefuse(412, "stale");
        anna.patch(path(made), Map.of("priority", "urgent")).mustBe(200);
    }

    @Test
    void a_status_wanders_to_spam_and_back() {
        Api.Answer made = open("Wander", "Words");
        anna.patch(path(made), Map.of("status", "spam")).mustBe(200);
        assertThat(codes(anna, "")).doesNotContain(made.text("/code"));
        assertThat(codes(anna, "?status=spam")).contains(made.text("/code"));
        assertThat(anna.patch(path(made), Map.of("status", "open")).mustBe(200).text("/status"))
                .isEqualTo("new");
        anna.patch(path(made), Map.of("status", "postponed")).mustBe(422).mustName("/postponed_until");
        anna.patch(path(made), Map.of("status", "postponed", "postponed_until", "2099-01-01T00:00:00Z"))
                .mustBe(200);
    }

    @Test
    void an_unseen_ticket_is_not_found() {
        UUID secret = world.addDepartment("Secret", List.of());
        world.olga()
                .patch("/api/v1/departments/" + secret, Map.of("access", "members"))
                .mustBe(200);
        Map<String, Object> body = body("Hidden", "Words");
        body.put("department", "Secret");
        Api.Answer made = world.olga().post("/api/v1/tickets", body).mustBe(201);
        bram.get(path(made)).mustRefuse(404, "not-found");
        bram.get(path(made) + "/messages").mustRefuse(404, "not-found");
        bram.get(path(made) + "/history").mustRefuse(404, "not-found");
        bram.patch(path(made), Map.of("priority", "high")).mustRefuse(404, "not-found");
        bram.post(path(made) + "/messages", Map.of("type", "note", "text", "x")).mustRefuse(404, "not-found");
        assertThat(codes(bram, "")).doesNotContain(made.text("/code"));
        assertThat(bram.get("/api/v1/counts").string()).doesNotContain("Secret");
        world.olga().get(path(made)).mustBe(200);
    }

    @Test
    void another_workspaces_ticket_is_not_found(@Autowired Worlds worlds) {
        Api.Answer made = open("Ours", "Words");
        worlds.fresh().olga().get(path(made)).mustRefuse(404, "not-found");
    }

    @Test
    void every_draft_save_has_a_version_and_the_answer_takes_the_draft_away() {
        Api.Answer made = open("Draft", "Words");
        anna.get(path(made) + "/draft").mustBe(404);
        Map<String, Object> draft = Map.of("type", "reply", "html", "<p>Dear</p>");
        assertThat(anna.put(path(made) + "/draft", draft).mustBe(200).text("/version"))
                .isEqualTo("1");
        assertThat(anna.put(path(made) + "/draft", draft).mustBe(200).text("/version"))
                .isEqualTo("2");
        anna.with("If-Match", "\"1\"").put(path(made) + "/draft", draft).mustRefuse(412, "stale");
        bram.get(path(made) + "/draft").mustBe(404);
        anna.post(path(made) + "/messages", Map.of("type", "reply", "text", "Dear Omar"))
                .mustBe(201);
        anna.get(path(made) + "/draft").mustBe(404);
    }

    @Test
    void a_file_travels_from_upload_to_thread_and_only_its_owner_may_attach_it() {
        Api.Answer made = open("File", "Words");
        Api.Answer file = anna.with("X-Filename", "s%C4%85skaita.pdf")
                .send("POST", "/api/v1/attachments", "%PDF".getBytes(StandardCharsets.UTF_8), "application/pdf")
                .mustBe(201);
        assertThat(file.text("/name")).isEqualTo("sąskaita.pdf");
        Map<String, Object> note = Map.of("type", "note", "text", "See file", "attachments", List.of(file.text("/id")));
        bram.post(path(made) + "/messages", note).mustBe(422).mustName("/attachments");
        Api.Answer message = anna.post(path(made) + "/messages", note).mustBe(201);
        assertThat(message.text("/attachments/0/name")).isEqualTo("sąskaita.pdf");
        Api.Answer download = bram.get(message.text("/attachments/0/url")).mustBe(200);
        assertThat(download.string()).isEqualTo("%PDF");
        assertThat(download.header("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void counts_are_exact_after_every_kind_of_move(@Autowired Worlds worlds) {
        World own = worlds.fresh();
        Api olga = own.olga();
        olga.post("/api/v1/tickets", body("One", "w")).mustBe(201);
        Api.Answer two = olga.post("/api/v1/tickets", body("Two", "w")).mustBe(201);
        Api.Answer three = olga.post("/api/v1/tickets", body("Three", "w")).mustBe(201);
        olga.patch(path(two), Map.of("status", "resolved")).mustBe(200);
        olga.patch(path(three), Map.of("department", "Sales", "assignee", World.OLGA))
                .mustBe(200);
        Api.Answer counts = olga.get("/api/v1/counts").mustBe(200);
        assertThat(counts.body().at("/views/to_answer").asInt()).isEqualTo(2);
        assertThat(counts.body().at("/views/mine").asInt()).isEqualTo(1);
        assertThat(counts.body().at("/views/unassigned").asInt()).isEqualTo(1);
        assertThat(counts.body().at("/views/resolved").asInt()).isEqualTo(1);
        assertThat(counts.body()
                        .at("/departments")
                        .valueStream()
                        .filter(line -> line.at("/name").asString().equals("Sales"))
                        .map(line -> line.at("/new").asInt()))
                .containsExactly(1);
    }

    @Test
    void a_department_goes_and_its_tickets_stay() {
        UUID doomed = world.addDepartment("Doomed", List.of());
        Map<String, Object> body = body("Survivor", "w");
        body.put("department", "Doomed");
        Api.Answer made = world.olga().post("/api/v1/tickets", body).mustBe(201);
        world.olga().delete("/api/v1/departments/" + doomed).mustBe(422).mustName("move_to");
        world.olga()
                .delete("/api/v1/departments/" + doomed + "?move_to=" + world.department("Support"))
                .mustBe(204);
        assertThat(world.olga().get(path(made)).text("/department/name")).isEqualTo("Support");
    }

    @Test
    void a_canned_message_fills_its_variables_and_refuses_unknown_ones() {
        Api.Answer made = open("Canned", "Words");
        anna.post("/api/v1/canned-messages", Map.of("name", "Bad", "html", "<p>{customer.shoe_size}</p>"))
                .mustBe(422)
                .mustName("/html");
        Api.Answer canned = anna.post(
                        "/api/v1/canned-messages", Map.of("name", "Hi", "html", "<p>Hello {customer.first_name}</p>"))
                .mustBe(201);
        assertThat(anna.post(
                                "/api/v1/canned-messages/" + canned.text("/id") + "/use",
                                Map.of("ticket", made.text("/code")))
                        .mustBe(200)
                        .text("/html"))
                .isEqualTo("<p>Hello Omar</p>");
        bram.get("/api/v1/canned-messages/" + canned.text("/id")).mustBe(404);
        assertThat(anna.get("/api/v1/canned-messages?limit=200")
                        .body()
                        .at("/items")
                        .size())
                .isGreaterThan(60);
    }

    private Api.Answer open(String subject, String text) {
        return anna.post("/api/v1/tickets", body(subject, text)).mustBe(201);
    }

    static Map<String, Object> body(String subject, String text) {
        Map<String, Object> body = new HashMap<>();
        body.put("subject", subject);
        body.put("customer", Map.of("name", "Omar", "email", World.OMAR));
        body.put("message", Map.of("text", text));
        return body;
    }

    private List<String> kinds(Api.Answer ticket) {
        return anna.get(path(ticket) + "/history")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(line -> line.at("/kind").asString())
                .toList();
    }

    private static List<String> codes(Api api, String query) {
        return api.get("/api/v1/tickets" + query)
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(line -> line.at("/code").asString())
                .toList();
    }

    static String path(Api.Answer ticket) {
        return "/api/v1/tickets/" + ticket.text("/code");
    }
}
