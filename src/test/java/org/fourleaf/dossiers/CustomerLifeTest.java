package org.fourleaf.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.email.PostRoom;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@InFourleaf
@Import(PostRoom.class)
class CustomerLifeTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final PostRoom.Desk desk;
    private final Api olga;

    CustomerLifeTest(@Autowired PostRoom room) {
        desk = room.new Desk();
        olga = desk.olga;
    }

    @Test
    void two_customers_become_one_with_all_that_was_theirs() {
        String gone = address();
        String kept = address();
        UUID from = customer("Ona", gone, Map.of("phones", List.of("+370 612 34567"), "groups", List.of("vip")));
        UUID into = customer("Ona Onaitė", kept, Map.of("notes", "Likes tea"));
        String ticket = ticket(gone, "Before the merge");
        Api.Answer one = olga.put("/api/v1/customers/" + from + "/merge", Map.of("into", kept))
                .mustBe(200);
        assertThat(one.id("/id")).isEqualTo(into);
        assertThat(one.text("/email")).isEqualTo(kept);
        assertThat(one.body().at("/emails")).extracting(JsonNode::asString).containsExactly(kept, gone);
        assertThat(one.text("/phones/0")).isEqualTo("+37061234567");
        assertThat(one.text("/groups/0")).isEqualTo("vip");
        assertThat(olga.get(ticket).text("/customer/id")).isEqualTo(into.toString());
        assertThat(olga.get("/api/v1/customers/" + from).mustBe(200).id("/id")).isEqualTo(into);
        assertThat(kinds(into)).contains("customer.merged", "message", "ticket.created");
        assertThat(olga.get(ticket + "/history").string()).contains("ticket.customer_changed");
        assertThat(olga.get("/api/v1/customers?q=Ona").body().at("/items")).hasSize(1);
        assertThat(ticket(gone, "After the merge")).isNotNull();
        assertThat(olga.get("/api/v1/customers/" + into + "/tickets").body().at("/items"))
                .hasSize(2);

        olga.put("/api/v1/customers/" + into + "/merge", Map.of("into", gone)).mustRefuse(409, "not-possible");
        olga.put("/api/v1/customers/" + into + "/merge", Map.of("into", "nobody@nowhere.example"))
                .mustRefuse(422, "invalid")
                .mustName("/into");
    }

    @Test
    void opposite_merges_at_once_leave_one_customer() throws Exception {
        UUID a = customer("A", address(), Map.of());
        UUID b = customer("B", address(), Map.of());
        AtomicInteger turn = new AtomicInteger();
        List<Integer> statuses = Together.call(2, () -> {
            boolean first = turn.getAndIncrement() == 0;
            return olga.put(
                            "/api/v1/customers/" + (first ? a : b) + "/merge",
                            Map.of("into", (first ? b : a).toString()))
                    .status();
        });
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(olga.get("/api/v1/customers/" + a).id("/id"))
                .isEqualTo(olga.get("/api/v1/customers/" + b).id("/id"));
    }

    @Test
    void an_erased_customer_leaves_tickets_without_names_addresses_and_words() {
        String secret = address();
        desk.mail(
                secret, desk.support, """
                From: Zigmas Slaptas <%s>
                To: %s
                Subject: Slaptazodis about my divorce
                Message-ID: <%s>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain

                My secret words.
                --x
                Content-Type: text/plain
                Content-Disposition: attachment; filename="secret.txt"

                secret file %s
                --x--
                """.formatted(secret, desk.support, UUID.randomUUID() + "@example.org", secret));
        String code = waitFor("Slaptazodis");
        String path = "/api/v1/tickets/" + code;
        olga.post(path + "/messages", Map.of("type", "reply", "text", "We are on it."))
                .mustBe(201);
        String file = olga.get(path + "/messages").text("/items/0/attachments/0/url");
        String raw = olga.get(path + "/messages").text("/items/0/raw_url");
        UUID id = olga.get(path).id("/customer/id");
        assertThat(olga.get("/api/v1/customers/" + id + "/export").mustBe(200).bytes())
                .satisfies(zip -> assertThat(entries(zip))
                        .anyMatch(name -> name.endsWith(".eml"))
                        .anyMatch(name -> name.endsWith("secret.txt"))
                        .contains("customer.json", "tickets/" + code + "/messages.json"));
        desk.world.anna().get("/api/v1/customers/" + id + "/export").mustRefuse(403, "permission-missing");
        desk.world.anna().delete("/api/v1/customers/" + id).mustRefuse(403, "permission-missing");

        olga.delete("/api/v1/customers/" + id).mustBe(204);
        olga.delete("/api/v1/customers/" + id).mustBe(204);
        for (String place : List.of(
                path,
                path + "/messages",
                path + "/history",
                "/api/v1/customers/" + id,
                "/api/v1/customers/" + id + "/timeline",
                "/api/v1/tickets",
                "/api/v1/customers")) {
            assertThat(olga.get(place).mustBe(200).string())
                    .as(place)
                    .doesNotContainIgnoringCase("zigmas", "slapt", "secret", secret);
        }
        assertThat(olga.get(path + "/messages").string()).contains("We are on it.");
        assertThat(olga.get(raw).string()).doesNotContain("Slapt");
        olga.get(file).mustRefuse(404, "not-found");
        assertThat(olga.get("/api/v1/customers/" + id).text("/erased_at")).isNotEmpty();
        olga.patch("/api/v1/customers/" + id, Map.of("name", "Again")).mustRefuse(409, "erased");
        olga.get("/api/v1/customers/" + secret).mustRefuse(404, "not-found");

        String next = ticket(secret, "Somebody new");
        assertThat(olga.get(next).id("/customer/id")).isNotEqualTo(id);
    }

    @Test
    void an_erasure_takes_held_answers_drafts_notes_names_kept_answers_and_found_words() {
        String email = address();
        UUID id = customer("Zenobija Slaptute", email, Map.of());
        Api keyed = olga.with("Idempotency-Key", UUID.randomUUID().toString());
        String path = "/api/v1/tickets/"
                + keyed.post("/api/v1/tickets", ticketOf(email, "Xylofonas trouble"))
                        .mustBe(201)
                        .text("/code");
        Api again = olga.with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> answer = Map.of("type", "reply", "text", "Dear Zenobija Slaptute, we are on it.");
        again.post(path + "/messages", answer).mustBe(201);
        olga.post(path + "/messages", Map.of("type", "note", "text", "Called, she cried about her xylofonas."))
                .mustBe(201);
        olga.post(
                        path + "/messages",
                        Map.of(
                                "type",
                                "reply",
                                "text",
                                "Hello xylofonas later.",
                                "send_at",
                                Instant.now().plusSeconds(86_400).toString()))
                .mustBe(201);
        olga.put(path + "/draft", Map.of("type", "reply", "html", "<p>begun xylofonas</p>"))
                .mustBe(200);
        waitUntilFound("xylofonas", true);

        olga.delete("/api/v1/customers/" + id).mustBe(204);

        assertThat(olga.get(path + "/messages").mustBe(200).string())
                .contains("Dear …, we are on it.")
                .doesNotContainIgnoringCase("xylofonas", "zenobija", "slaptute", "cried", email);
        assertThat(olga.get(path + "/messages").body().at("/items").size()).isEqualTo(3);
        assertThat(olga.get(path + "/draft").string()).doesNotContain("xylofonas");
        again.post(path + "/messages", answer).mustRefuse(409, "answer-not-kept");
        waitUntilFound("xylofonas", false);
        for (String table :
                List.of("message", "draft", "draft_past", "ticket", "customer", "customer_work", "outbound_mail")) {
            assertThat(rowsThatSay(table, "xylofonas|zenobija|" + email))
                    .as(table)
                    .isEmpty();
        }
        assertThat(rowsThatSay("search_word", "xylofonas|zenobija")).isEmpty();
    }

    private void waitUntilFound(String word, boolean found) {
        long until = System.nanoTime() + 30_000_000_000L;
        while (olga.get("/api/v1/search?q=" + word)
                        .mustBe(200)
                        .body()
                        .at("/tickets")
                        .isEmpty()
                == found) {
            assertThat(System.nanoTime()).as(word).isLessThan(until);
        }
    }

    private List<String> rowsThatSay(String table, String pattern) {
        return JdbcClient.create(TestDatabase.owner())
                .sql("select r::text from " + table + " as r where r.workspace_id = :w and r::text ~* :pattern")
                .param("w", desk.world.workspace())
                .param("pattern", pattern)
                .query(String.class)
                .list();
    }

    @Test
    void no_ticket_that_comes_during_an_erasure_keeps_words_of_the_erased() throws Exception {
        for (int round = 0; round < 3; round++) {
            String email = address();
            UUID id = customer("Brief", email, Map.of());
            AtomicInteger turn = new AtomicInteger();
            List<Integer> statuses = Together.call(
                    4,
                    () -> turn.getAndIncrement() == 0
                            ? olga.delete("/api/v1/customers/" + id).status()
                            : olga.post("/api/v1/tickets", ticketOf(email, "Racing words"))
                                    .status());
            assertThat(statuses).doesNotContain(500).contains(204);
            olga.delete("/api/v1/customers/" + id).mustBe(204);
            assertThat(olga.get("/api/v1/customers/" + id + "/tickets")
                            .mustBe(200)
                            .string())
                    .doesNotContain("Racing words", email);
        }
    }

    @Test
    void a_timeline_is_read_page_by_page_and_shows_only_departments_one_may_see() {
        String email = address();
        UUID id = customer("Timely", email, Map.of());
        ticket(email, "One");
        ticket(email, "Two");
        olga.patch(ticket(email, "Three"), Map.of("status", "resolved")).mustBe(200);
        List<String> seen = new ArrayList<>();
        List<String> moments = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = olga.get("/api/v1/customers/" + id + "/timeline?limit=2&cursor=" + next)
                    .mustBe(200)
                    .body();
            page.at("/items").forEach(entry -> {
                seen.add(entry.at("/kind").asString() + entry.at("/ticket/code").asString());
                moments.add(entry.at("/at").asString());
            });
            next = page.at("/next").isNull() ? "" : page.at("/next").asString();
        } while (!next.isEmpty());
        assertThat(seen).hasSize(8).doesNotHaveDuplicates();
        assertThat(seen.getLast()).startsWith("customer.changed");
        assertThat(moments.stream().map(java.time.Instant::parse).toList())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());

        olga.patch("/api/v1/departments/" + desk.world.department("Support"), Map.of("access", "members"))
                .mustBe(200);
        assertThat(desk.world
                        .bram()
                        .get("/api/v1/customers/" + id + "/timeline")
                        .body()
                        .at("/items"))
                .hasSize(1);
        assertThat(desk.world
                        .bram()
                        .get("/api/v1/customers/" + id + "/tickets")
                        .body()
                        .at("/items"))
                .isEmpty();
        olga.patch("/api/v1/departments/" + desk.world.department("Support"), Map.of("access", "all"))
                .mustBe(200);
    }

    @Test
    void a_name_made_of_the_address_gives_way_to_the_real_one_but_not_to_what_an_agent_wrote() {
        String email = address();
        ticket(email, "Nameless");
        UUID id = olga.get("/api/v1/customers/" + email).id("/id");
        assertThat(olga.get("/api/v1/customers/" + id).text("/name")).isEqualTo(email.substring(0, email.indexOf('@')));
        Map<String, Object> named = new HashMap<>(ticketOf(email, "Named"));
        named.put("customer", Map.of("email", email, "name", "Rūta 👩‍💻 ابن"));
        olga.post("/api/v1/tickets", named).mustBe(201);
        assertThat(olga.get("/api/v1/customers/" + id).text("/name")).isEqualTo("Rūta 👩‍💻 ابن");
        olga.patch("/api/v1/customers/" + id, Map.of("name", "Mrs. R.")).mustBe(200);
        olga.post("/api/v1/tickets", named).mustBe(201);
        assertThat(olga.get("/api/v1/customers/" + id).text("/name")).isEqualTo("Mrs. R.");
    }

    @Test
    void an_address_asked_for_by_many_at_once_is_one_customers() throws Exception {
        String email = address();
        List<Integer> statuses = Together.call(
                4,
                () -> olga.post("/api/v1/customers", Map.of("name", "Twin", "email", email))
                        .status());
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void mail_of_a_company_domain_joins_the_company_and_companies_become_one() {
        String domain = "d" + NEXT.incrementAndGet() + ".example.net";
        UUID first = olga.post("/api/v1/companies", Map.of("name", "Join " + domain, "domains", List.of(domain)))
                .mustBe(201)
                .id("/id");
        UUID second = olga.post("/api/v1/companies", Map.of("name", "Into " + domain, "notes", "Pays"))
                .mustBe(201)
                .id("/id");
        olga.post(
                        "/api/v1/companies",
                        Map.of(
                                "name",
                                "Thief " + domain,
                                "domains",
                                List.of(domain.toUpperCase(java.util.Locale.ROOT))))
                .mustRefuse(409, "domain-taken");
        olga.post("/api/v1/companies", Map.of("name", "Odd " + domain, "domains", List.of("no domain")))
                .mustRefuse(400, "malformed")
                .mustName("/domains/0");
        String ticket = ticket("worker@" + domain, "From work");
        assertThat(olga.get(ticket).id("/company/id")).isEqualTo(first);
        olga.put("/api/v1/companies/" + first + "/merge", Map.of("into", first.toString()))
                .mustRefuse(409, "not-possible");
        olga.put("/api/v1/companies/" + first + "/merge", Map.of("into", second.toString()))
                .mustBe(200);
        olga.get("/api/v1/companies/" + first).mustRefuse(404, "not-found");
        assertThat(olga.get(ticket).id("/company/id")).isEqualTo(second);
        assertThat(olga.get("/api/v1/companies/" + second + "/tickets").body().at("/items"))
                .hasSize(1);
        assertThat(olga.get("/api/v1/customers?company=" + second).body().at("/items"))
                .hasSize(1);
        assertThat(olga.get("/api/v1/companies/" + second).text("/domains/0")).isEqualTo(domain);
    }

    @Test
    void customers_are_listed_by_group() {
        customer("G1", address(), Map.of("groups", List.of("Ąžuolai 🙂", "ąžuolai 🙂")));
        customer("G2", address(), Map.of("groups", List.of("other")));
        assertThat(olga.get("/api/v1/customers?group=%C4%85%C5%BEuolai%20%F0%9F%99%82")
                        .body()
                        .at("/items"))
                .hasSize(1);
        assertThat(olga.get("/api/v1/customer-groups").mustBe(200).string()).contains("Ąžuolai 🙂");
    }

    private List<String> kinds(UUID customer) {
        return olga.get("/api/v1/customers/" + customer + "/timeline")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(entry -> entry.at("/kind").asString())
                .toList();
    }

    private String waitFor(String words) {
        long until = System.nanoTime() + 15_000_000_000L;
        while (System.nanoTime() < until) {
            for (JsonNode ticket :
                    olga.get("/api/v1/tickets").mustBe(200).body().at("/items")) {
                if (ticket.at("/subject").asString().contains(words)) {
                    return ticket.at("/code").asString();
                }
            }
        }
        throw new AssertionError("no ticket about " + words);
    }

    private UUID customer(String name, String email, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("name", name);
        body.put("email", email);
        return olga.post("/api/v1/customers", body).mustBe(201).id("/id");
    }

    private String ticket(String email, String subject) {
        return "/api/v1/tickets/"
                + olga.post("/api/v1/tickets", ticketOf(email, subject))
                        .mustBe(201)
                        .text("/code");
    }

    private static Map<String, Object> ticketOf(String email, String subject) {
        return Map.of(
                "subject",
                subject,
                "department",
                "Support",
                "customer",
                Map.of("email", email),
                "message",
                Map.of("text", subject + " says " + email));
    }

    private static String address() {
        return "c" + NEXT.incrementAndGet() + "@life.example.org";
    }

    private static List<String> entries(byte[] zip) {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return names;
    }
}
