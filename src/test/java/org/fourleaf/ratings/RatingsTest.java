package org.fourleaf.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.email.PostRoom;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Ratings from the mail to the list, through a real server. */
@InFourleaf
@Import(PostRoom.class)
class RatingsTest {

    private static final String RATINGS = "/api/v1/ratings";
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final Pattern LINK =
            Pattern.compile("https?://([^/\\s]+)(/rate/[A-Za-z0-9_-]{43})/(reward|neutral|rebuke)");

    @Autowired
    PostRoom postRoom;

    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
    private GreenMail server;
    private World world;
    private Api olga;

    @BeforeAll
    void start() {
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @BeforeEach
    void freshDesk() throws Exception {
        server.purgeEmailFromAllMailboxes();
        world = postRoom.desk().world;
        olga = world.olga();
        olga.put(
                        "/api/v1/outgoing-server",
                        Map.of("url", "smtp://localhost:" + server.getSmtp().getPort()))
                .mustBe(200);
        world.browserOf(World.OLGA); // Now it is known where the desk is found.
        olga.patch("/api/v1/rating-settings", Map.of("on_answers", true)).mustBe(200);
    }

    @Test
    void a_customer_rates_an_answer_by_its_link_and_a_second_act() throws Exception {
        String ticket = ticket();
        String message = reply(ticket);
        MimeMessage mail = mail();
        assertThat(part(mail, 0))
                .contains("How was this answer?", "Good: http", "So-so: http", "Bad: http")
                .contains(world.host());
        assertThat(part(mail, 1)).contains("How was this answer?", ">So-so</a>");
        String path = link(mail);

        Api customer = stranger();
        Api.Answer page = customer.get(path + "/rebuke").mustBe(200);
        assertThat(page.string())
                .contains("Anna answered on", "Broken printer", "value=\"rebuke\" required checked", "method=\"post\"")
                .doesNotContain("<script", "http://", "https://");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.header("X-Robots-Tag")).contains("noindex");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Set-Cookie")).isNull();
        assertThat(items()).isEmpty();

        Api.Answer voted = vote(customer, path, "rebuke", "It still smokes.").mustBe(303);
        assertThat(customer.get(at(voted)).mustBe(200).string())
                .contains("Thank you", "It still smokes.", "You can change your rating until");
        JsonNode rating = items().get(0);
        assertThat(rating.at("/kind").asString()).isEqualTo("rating");
        assertThat(rating.at("/rating").asString()).isEqualTo("rebuke");
        assertThat(rating.at("/comment").asString()).isEqualTo("It still smokes.");
        assertThat(rating.at("/message").asString()).isEqualTo(message);
        assertThat(rating.at("/agent/email").asString()).isEqualTo(World.ANNA);
        assertThat(rating.at("/department/name").asString()).isEqualTo("Support");
        assertThat(rating.at("/customer/name").asString()).isEqualTo("Omar");
        assertThat(rating.at("/ticket/code").asString()).isEqualTo(code(ticket));
        JsonNode fact = facts("rating.given").getFirst();
        assertThat(fact.at("/rating").asString()).isEqualTo("rebuke");
        assertThat(fact.toString()).doesNotContain("smokes");
    }

    @Test
    void opening_every_link_again_and_again_says_nothing() throws Exception {
        reply(ticket());
        String path = link(mail());
        for (String choice : List.of("reward", "neutral", "rebuke", "reward")) {
            stranger().get(path + "/" + choice).mustBe(200);
            stranger().send("HEAD", path + "/" + choice, null, "text/plain").mustBe(200);
        }
        stranger().get(path + "?done").mustBe(200);
        assertThat(items()).isEmpty();
        assertThat(facts("rating.given")).isEmpty();
    }

    @Test
    void a_vote_is_one_and_may_be_changed_for_a_day() throws Exception {
        reply(ticket());
        String path = link(mail());
        vote(stranger(), path, "rebuke", "").mustBe(303);
        vote(stranger(), path, "rebuke", "").mustBe(303);
        assertThat(facts("rating.given")).hasSize(1);
        vote(stranger(), path, "reward", "Sorry, it works.").mustBe(303);
        assertThat(items()).hasSize(1);
        assertThat(items().get(0).at("/rating").asString()).isEqualTo("reward");
        List<JsonNode> given = facts("rating.given");
        List<JsonNode> invalidated = facts("rating.invalidated");
        assertThat(given).hasSize(2);
        assertThat(invalidated).hasSize(1);
        assertThat(invalidated.getFirst().at("/rating").asString()).isEqualTo("rebuke");
        assertThat(invalidated.getFirst().at("/given").asString())
                .isEqualTo(world.workspace() + ":" + given.getFirst().at("/seq").asString());

        owner.sql("update rating set first_given_at = now() - interval '25 hours' where workspace_id = :w")
                .param("w", world.workspace())
                .update();
        assertThat(stranger().get(path + "/rebuke").mustBe(410).string())
                .contains("This is closed", "Sorry, it works.")
                .doesNotContain("<form");
        vote(stranger(), path, "rebuke", "").mustBe(410);
        assertThat(items().get(0).at("/rating").asString()).isEqualTo("reward");
    }

    @Test
    void an_answer_of_long_ago_is_rated_no_more() throws Exception {
        String message = reply(ticket());
        String path = link(mail());
        owner.sql("update message set at = at - interval '31 days' where workspace_id = :w and id = :id")
                .param("w", world.workspace())
                .param("id", UUID.fromString(message))
                .update();
        assertThat(stranger().get(path + "/reward").mustBe(410).string()).contains("30 days");
        vote(stranger(), path, "reward", "").mustBe(410);
        assertThat(items()).isEmpty();
    }

    @Test
    void who_would_rather_not_say_is_neutral_and_marked() throws Exception {
        reply(ticket());
        String path = link(mail());
        form(stranger(), path, "refused=yes").mustBe(303);
        JsonNode rating = items().get(0);
        assertThat(rating.at("/rating").asString()).isEqualTo("neutral");
        assertThat(rating.at("/refused").asBoolean()).isTrue();
        assertThat(facts("rating.given").getFirst().at("/refused").asBoolean()).isTrue();
        form(stranger(), path, "comment=x").mustBe(422);
    }

    @Test
    void a_forged_token_leads_nowhere_and_another_desks_neither() throws Exception {
        reply(ticket());
        String path = link(mail());
        char last = path.charAt(path.length() - 1);
        String forged = path.substring(0, path.length() - 1) + (last == 'A' ? 'Q' : 'A');
        for (String wrong : List.of(forged, "/rate/" + "A".repeat(43), "/rate/x", "/rate/" + "%00".repeat(43))) {
            stranger().get(wrong + "/reward").mustBe(wrong.contains("%00") ? 400 : 404);
        }
        World other = postRoom.desk().world;
        other.olga()
                .patch("/api/v1/rating-settings", Map.of("on_answers", true))
                .mustBe(200);
        other.stranger().get(path + "/reward").mustBe(404);
        String stored = owner.sql("select string_agg(s::text, ' ') from rating_setting s where workspace_id = :w")
                .param("w", world.workspace())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(path.substring("/rate/".length()));
        form(stranger().with("Sec-Fetch-Site", "cross-site"), path, "rating=reward")
                .mustBe(404);
        assertThat(items()).isEmpty();
    }

    @Test
    void hostile_words_are_shown_as_words() throws Exception {
        reply(ticket());
        String path = link(mail());
        String hostile = "</textarea><script>alert(1)</script>\u0000 \u202eevil";
        Api.Answer voted = vote(stranger(), path, "neutral", hostile).mustBe(303);
        assertThat(stranger().get(at(voted)).string())
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
        assertThat(stranger().get(path).string()).doesNotContain("<script");
        assertThat(items().get(0).at("/comment").asString()).startsWith("</textarea><script>");
        vote(stranger(), path, "neutral", "x".repeat(Vote.COMMENT_LENGTH_MAX + 1))
                .mustBe(422);
        form(stranger(), path, "rating=excellent").mustBe(422);
    }

    @Test
    void only_answers_of_agents_to_customers_ask() throws Exception {
        String ticket = ticket();
        olga.patch("/api/v1/departments/" + world.department("Support"), Map.of("rating", false))
                .mustBe(200);
        reply(ticket);
        assertThat(whole(mail())).doesNotContain("/rate/");
        olga.patch("/api/v1/departments/" + world.department("Support"), Map.of("rating", true))
                .mustBe(200);
        server.purgeEmailFromAllMailboxes();
        world.anna()
                .post(
                        ticket + "/messages",
                        Map.of("type", "forward", "text", "Look", "to", List.of("expert@example.net")))
                .mustBe(201);
        assertThat(whole(mail())).doesNotContain("/rate/");
        server.purgeEmailFromAllMailboxes();
        olga.patch("/api/v1/rating-settings", Map.of("on_answers", false)).mustBe(200);
        reply(ticket);
        assertThat(whole(mail())).doesNotContain("/rate/");
        world.anna()
                .patch("/api/v1/rating-settings", Map.of("on_answers", true))
                .mustRefuse(403, "permission-missing");
    }

    @Test
    void the_line_and_the_page_speak_the_customers_language() throws Exception {
        String ticket = ticket();
        olga.patch("/api/v1/customers/" + World.OMAR, Map.of("language", "lt")).mustBe(200);
        reply(ticket);
        MimeMessage mail = mail();
        assertThat(part(mail, 0)).contains("Kaip vertinate šį atsakymą?");
        assertThat(stranger().get(link(mail)).string()).contains("lang=\"lt\"", "Jūsų įvertinimas");
    }

    @Test
    void agents_read_their_own_leads_their_departments_and_reports_all_everything() throws Exception {
        vote(stranger(), rated(), "reward", "Nice").mustBe(303);
        assertThat(world.anna().get(RATINGS).mustBe(200).body().at("/items")).hasSize(1);
        assertThat(world.anna().get(RATINGS + "?agent=me").mustBe(200).body().at("/items"))
                .hasSize(1);
        Api bram = world.bram();
        assertThat(bram.get(RATINGS).mustBe(200).body().at("/items")).isEmpty();
        String id = items().get(0).at("/id").asString();
        bram.get(RATINGS + "/" + id).mustRefuse(404, "not-found");
        bram.patch(RATINGS + "/" + id, Map.of("invalidated", true, "reason", "x"))
                .mustRefuse(404, "not-found");
        olga.put(
                        "/api/v1/departments/" + world.department("Support") + "/members/" + world.agentId(World.BRAM),
                        Map.of("role", "lead"))
                .mustBe(200);
        assertThat(bram.get(RATINGS).mustBe(200).body().at("/items")).hasSize(1);
        assertThat(bram.get(RATINGS + "?agent=me").mustBe(200).body().at("/items"))
                .isEmpty();
        world.anna()
                .patch(RATINGS + "/" + id, Map.of("invalidated", true, "reason", "unfair"))
                .mustRefuse(403, "not-yours");
    }

    @Test
    void the_list_is_narrowed_and_pages_by_keys() throws Exception {
        vote(stranger(), rated(), "reward", "").mustBe(303);
        vote(stranger(), rated(), "rebuke", "").mustBe(303);
        vote(stranger(), rated(), "reward", "").mustBe(303);
        assertThat(narrowed("rating=reward")).hasSize(2);
        assertThat(narrowed("rating=neutral,rebuke")).hasSize(1);
        assertThat(narrowed("kind=csat")).isEmpty();
        assertThat(narrowed("agent=" + World.BRAM)).isEmpty();
        assertThat(narrowed("agent=" + World.ANNA + "&department=Support&valid=true"))
                .hasSize(3);
        assertThat(narrowed("from=2020-01-01&to=2020-02-01")).isEmpty();
        assertThat(narrowed("from=2020-01-01T00:00:00Z")).hasSize(3);
        assertThat(narrowed("customer=" + World.OMAR)).hasSize(3);
        assertThat(narrowed("ticket=" + items().get(1).at("/ticket/code").asString()))
                .hasSize(1);
        Api.Answer first = olga.get(RATINGS + "?limit=2").mustBe(200);
        Api.Answer second =
                olga.get(RATINGS + "?limit=2&cursor=" + first.text("/next")).mustBe(200);
        assertThat(first.body().at("/items")).hasSize(2);
        assertThat(second.body().at("/items")).hasSize(1);
        assertThat(second.body().at("/next").isNull()).isTrue();
        olga.get(RATINGS + "?rating=great").mustRefuse(400, "malformed").mustName("rating");
        olga.get(RATINGS + "?from=yesterday").mustRefuse(400, "malformed").mustName("from");
        olga.get(RATINGS + "?agent=nobody@example.net")
                .mustRefuse(400, "malformed")
                .mustName("agent");
        olga.get(RATINGS + "?ticket=ABC-DEFGH-123").mustRefuse(404, "not-found");
    }

    @Test
    void an_invalidated_rating_stays_to_be_seen_and_may_count_again() throws Exception {
        String path = rated();
        vote(stranger(), path, "rebuke", "").mustBe(303);
        String one = RATINGS + "/" + items().get(0).at("/id").asString();
        olga.patch(one, Map.of("invalidated", true))
                .mustRefuse(400, "malformed")
                .mustName("/reason");
        Api.Answer greyed = olga.patch(one, Map.of("invalidated", true, "reason", "Meant for the courier"))
                .mustBe(200);
        assertThat(greyed.text("/invalidated/reason")).isEqualTo("Meant for the courier");
        assertThat(greyed.text("/invalidated/by/name")).isEqualTo("Olga Owner");
        assertThat(narrowed("valid=false")).hasSize(1);
        assertThat(narrowed("valid=true")).isEmpty();
        assertThat(facts("rating.invalidated")).hasSize(1);
        vote(stranger(), path, "reward", "").mustBe(410);
        olga.with("If-Match", "\"1\"").patch(one, Map.of("invalidated", false)).mustRefuse(412, "stale");
        assertThat(olga.patch(one, Map.of("invalidated", false))
                        .mustBe(200)
                        .body()
                        .at("/invalidated")
                        .isNull())
                .isTrue();
        assertThat(facts("rating.given")).hasSize(2);
        olga.patch(one, Map.of("invalidated", true, "reason", "After all")).mustBe(200);
        List<JsonNode> given = facts("rating.given");
        assertThat(facts("rating.invalidated").getLast().at("/given").asString())
                .isEqualTo(world.workspace() + ":" + given.getLast().at("/seq").asString());
    }

    @Test
    void an_agent_who_is_signed_in_cannot_vote() throws Exception {
        String path = rated();
        Api browser = world.browserOf(World.ANNA);
        assertThat(browser.get(path + "/reward").mustBe(403).string()).doesNotContain("<form");
        form(browser, path, "rating=reward").mustBe(403);
        form(olga, path, "rating=reward").mustBe(403);
        assertThat(items()).isEmpty();
    }

    @Test
    void who_tries_too_often_waits() throws Exception {
        String path = rated();
        Api flood = stranger()
                .with("X-Forwarded-For", "10.20.30." + (world.workspace().hashCode() & 0xff));
        int refused = 0;
        for (int i = 0; i < 60 && refused == 0; i++) {
            refused = form(flood, path, "comment=" + i).status() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(1);
    }

    @Test
    void a_rule_hears_of_a_rebuke_and_the_agent_is_told() throws Exception {
        Map<String, Object> rule = new HashMap<>(Map.of("name", "Rebuked", "apply_when", "agent_rated"));
        rule.put("condition", Map.of("field", "rating", "op", "is", "value", List.of("rebuke")));
        rule.put("actions", List.of(Map.of("type", "add_tags", "tags", List.of("unhappy"))));
        olga.post("/api/v1/rules", rule).mustBe(201);
        String happy = ticket();
        reply(happy);
        vote(stranger(), link(mail()), "reward", "").mustBe(303);
        server.purgeEmailFromAllMailboxes();
        String unhappy = ticket();
        reply(unhappy);
        vote(stranger(), link(mail()), "rebuke", "").mustBe(303);
        await().atMost(WITHIN)
                .until(() -> olga.get(unhappy).body().at("/tags").toString().contains("unhappy"));
        assertThat(olga.get(happy).body().at("/tags").toString()).doesNotContain("unhappy");
        await().atMost(WITHIN)
                .until(() -> world.anna()
                                .get("/api/v1/notifications")
                                .body()
                                .at("/items")
                                .valueStream()
                                .filter(told -> told.at("/kind").asString().equals("rated"))
                                .count()
                        == 2);
    }

    @Test
    void an_erased_customers_words_go_and_the_figures_stay() throws Exception {
        vote(stranger(), rated(), "reward", "I live at Main Street 5").mustBe(303);
        Api.Answer zip = olga.get("/api/v1/customers/" + World.OMAR + "/export").mustBe(200);
        assertThat(entry(zip.bytes(), "ratings.json")).contains("Main Street 5", "reward");
        String omar = olga.get("/api/v1/customers/" + World.OMAR).text("/id");
        olga.delete("/api/v1/customers/" + omar).mustBe(204);
        await().atMost(WITHIN).until(() -> items().get(0).at("/comment").isNull());
        assertThat(items().get(0).at("/rating").asString()).isEqualTo("reward");
        assertThat(items().get(0).at("/customer").isNull()).isTrue();
        assertThat(owner.sql("select count(*) from activity_words where workspace_id = :w and comment like '%Main%'")
                        .param("w", world.workspace())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_was_brought_in_is_listed_and_taken_back() {
        String lines = """
                {"external_id":"R-1","at":"2026-01-05T10:00:00Z","kind":"rating.given","agent":"anna@example.com","department":"Support","channel":"email","ticket":"T-1","rating":"reward","comment":"Old praise"}
                {"external_id":"R-2","at":"2026-01-06T10:00:00Z","kind":"rating.given","agent":"anna@example.com","department":"Support","channel":"chat","rating":"rebuke"}
                {"external_id":"R-3","at":"2026-01-07T10:00:00Z","kind":"rating.invalidated","given":"R-2","rating":"rebuke","comment":"A mistake"}
                {"external_id":"S-1","at":"2026-01-08T10:00:00Z","kind":"survey.answered","agent":"anna@example.com","department":"Support","csat":5,"nps":9}
                """;
        olga.send("POST", "/api/v1/imports/activities", lines.getBytes(StandardCharsets.UTF_8), "application/x-ndjson")
                .mustBe(202);
        await().atMost(WITHIN).until(() -> narrowed("valid=false").size() == 1 && items().size() == 4);
        assertThat(narrowed("kind=nps").get(0).at("/score").asInt()).isEqualTo(9);
        assertThat(narrowed("rating=reward").get(0).at("/comment").asString()).isEqualTo("Old praise");
        assertThat(narrowed("valid=false").get(0).at("/invalidated/reason").asString())
                .isEqualTo("A mistake");
        assertThat(world.anna().get("/api/v1/notifications").body().at("/items"))
                .isEmpty();
    }

    @Test
    void what_is_taken_back_before_it_is_brought_in_counts_no_more() {
        bring("""
                {"external_id":"O-2","at":"2026-01-07T10:00:00Z","kind":"rating.invalidated","given":"O-1","comment":"Twice"}
                """);
        bring("""
                {"external_id":"O-1","at":"2026-01-06T10:00:00Z","kind":"rating.given","agent":"anna@example.com","rating":"rebuke"}
                {"external_id":"O-3","at":"2026-01-06T11:00:00Z","kind":"rating.given","agent":"anna@example.com","ticket":"T-9","rating":"reward"}
                {"external_id":"O-4","at":"2026-01-06T12:00:00Z","kind":"rating.given","agent":"anna@example.com","ticket":"T-9","rating":"rebuke"}
                {"external_id":"O-5","at":"2026-01-07T10:00:00Z","kind":"rating.invalidated","ticket":"T-9"}
                """);
        await().atMost(WITHIN).until(() -> narrowed("valid=false").size() == 2 && items().size() == 3);
        assertThat(narrowed("valid=true").get(0).at("/rating").asString()).isEqualTo("reward");
        assertThat(narrowed("valid=false").get(1).at("/invalidated/reason").asString())
                .isEqualTo("Twice");
    }

    private void bring(String lines) {
        olga.send("POST", "/api/v1/imports/activities", lines.getBytes(StandardCharsets.UTF_8), "application/x-ndjson")
                .mustBe(202);
    }

    private Api stranger() {
        return world.stranger()
                .with("X-Forwarded-For", "10.1.2." + (world.workspace().hashCode() & 0xff));
    }

    private String ticket() {
        return "/api/v1/tickets/"
                + olga.post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject",
                                        "Broken printer",
                                        "department",
                                        "Support",
                                        "customer",
                                        Map.of("email", World.OMAR),
                                        "message",
                                        Map.of("text", "It smokes.")))
                        .mustBe(201)
                        .text("/code");
    }

    private String reply(String ticket) {
        return world.anna()
                .post(ticket + "/messages", Map.of("type", "reply", "text", "Switch it off."))
                .mustBe(201)
                .text("/id");
    }

    /** A fresh answer's link. */
    private String rated() throws Exception {
        server.purgeEmailFromAllMailboxes();
        reply(ticket());
        return link(mail());
    }

    private MimeMessage mail() {
        assertThat(server.waitForIncomingEmail(WITHIN.toMillis(), 1)).isTrue();
        return server.getReceivedMessages()[0];
    }

    private static String part(MimeMessage mail, int which) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(which).getContent();
    }

    private static String whole(MimeMessage mail) {
        return GreenMailUtil.getWholeMessage(mail).replace("=\r\n", "");
    }

    private static String link(MimeMessage mail) throws Exception {
        Matcher link = LINK.matcher(part(mail, 0));
        assertThat(link.find()).isTrue();
        return link.group(2);
    }

    private static Api.Answer vote(Api api, String path, String rating, String comment) {
        return form(api, path, "rating=" + rating + "&comment=" + URLEncoder.encode(comment, StandardCharsets.UTF_8));
    }

    private static Api.Answer form(Api api, String path, String body) {
        return api.send("POST", path, body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
    }

    private JsonNode items() {
        return olga.get(RATINGS).mustBe(200).body().at("/items");
    }

    private JsonNode narrowed(String query) {
        return olga.get(RATINGS + "?" + query).mustBe(200).body().at("/items");
    }

    private static String at(Api.Answer answer) {
        return String.valueOf(answer.header("Location"));
    }

    private static String code(String ticket) {
        return ticket.substring(ticket.lastIndexOf('/') + 1);
    }

    /** The facts of the log's lines of a kind, with their seq. */
    private List<JsonNode> facts(String kind) {
        int code = kind.equals("rating.given") ? 22 : 23;
        return owner.sql("""
                        select facts || jsonb_build_object('seq', seq) as facts from log
                        where workspace_id = :w and kind = :kind order by seq
                        """).param("w", world.workspace()).param("kind", code).query(String.class).list().stream()
                .map(text -> tools.jackson.databind.json.JsonMapper.shared().readTree(text))
                .toList();
    }

    private static String entry(byte[] zip, String name) throws Exception {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
