package org.fourleaf.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.email.PostRoom;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Surveys from the resolved ticket to the answer, through a real server. */
@InFourleaf
@Import(PostRoom.class)
class SurveysTest {

    private static final String SURVEYS = "/api/v1/surveys";
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/survey/[A-Za-z0-9_-]{43})(?=\\s)");

    @Autowired
    PostRoom postRoom;

    @Autowired
    SurveyMailing mailing;

    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
    private GreenMail server;
    private PostRoom.Desk desk;
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
        desk = postRoom.desk();
        world = desk.world;
        olga = world.olga();
        olga.put(
                        "/api/v1/outgoing-server",
                        Map.of("url", "smtp://localhost:" + server.getSmtp().getPort()))
                .mustBe(200);
        world.browserOf(World.OLGA); // Now it is known where the desk is found.
    }

    @Test
    void a_survey_is_made_changed_and_deleted_by_who_manages_ratings() {
        Api.Answer made = olga.post(
                        SURVEYS,
                        Map.of(
                                "name",
                                "After all",
                                "kind",
                                "nps",
                                "delay_minutes",
                                90,
                                "condition",
                                Map.of("field", "department", "op", "is", "value", "Support"),
                                "texts",
                                Map.of("lt", Map.of("question", "Ar rekomenduotumėte?"))))
                .mustBe(201);
        String one = SURVEYS + "/" + made.text("/id");
        assertThat(made.text("/kind")).isEqualTo("nps");
        assertThat(made.body().at("/active").asBoolean()).isFalse();
        assertThat(made.text("/texts/lt/question")).isEqualTo("Ar rekomenduotumėte?");
        assertThat(made.body().at("/names").toString()).contains("Support");
        assertThat(olga.with("If-Match", "\"1\"")
                        .patch(one, Map.of("active", true, "every_days", 0))
                        .mustBe(200)
                        .text("/delay_minutes"))
                .isEqualTo("90");
        olga.with("If-Match", "\"1\"").patch(one, Map.of("active", true)).mustRefuse(412, "stale");
        olga.post(SURVEYS, Map.of("name", "after ALL", "kind", "ces")).mustRefuse(409, "name-taken");
        olga.post(SURVEYS, Map.of("name", "x", "kind", "rating"))
                .mustRefuse(400, "malformed")
                .mustName("/kind");
        olga.post(SURVEYS, Map.of("name", "x", "kind", "great")).mustBe(400);
        olga.post(SURVEYS, Map.of("name", "x", "kind", "csat", "delay_minutes", -1))
                .mustRefuse(400, "malformed")
                .mustName("/delay_minutes");
        olga.post(SURVEYS, Map.of("name", "x", "kind", "csat", "texts", Map.of("xx", Map.of("question", "?"))))
                .mustRefuse(400, "malformed")
                .mustName("/texts");
        olga.post(
                        SURVEYS,
                        Map.of(
                                "name",
                                "x",
                                "kind",
                                "csat",
                                "condition",
                                Map.of("field", "tag", "op", "is", "value", "no such tag")))
                .mustRefuse(422, "invalid");
        world.anna().get(SURVEYS).mustRefuse(403, "permission-missing");
        olga.delete(one).mustBe(204);
        olga.get(one).mustRefuse(404, "not-found");
        assertThat(olga.get("/api/v1/audit").string()).contains("survey.changed", "survey.deleted");
    }

    @Test
    void a_resolved_tickets_customer_is_asked_once_and_answers_by_a_second_act() throws Exception {
        survey(Map.of("kind", "nps"));
        String ticket = resolved(World.OMAR, "Broken printer");
        MimeMessage mail = mail();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("/survey/").endsWith("/stop>");
        assertThat(mail.getReplyTo()[0].toString()).contains("support+");
        assertThat(part(mail, 0)).contains("How likely are you to recommend us", "Broken printer");
        assertThat(part(mail, 1)).contains("/10\"", ">0</a>");
        assertThat(facts(20)).hasSize(1);
        String path = link(mail);

        for (int score = 0; score <= 10; score++) {
            assertThat(stranger().get(path + "/" + score).mustBe(200).string())
                    .contains("value=\"" + score + "\" required checked");
        }
        stranger().send("HEAD", path + "/3", null, "text/plain").mustBe(200);
        stranger().get(path + "/stop").mustBe(200);
        assertThat(items()).isEmpty();

        Api.Answer answered = form(stranger(), path, "score=9&comment=" + said("Quick <b>help</b>"))
                .mustBe(303);
        assertThat(stranger()
                        .get(String.valueOf(answered.header("Location")))
                        .mustBe(200)
                        .string())
                .contains("Thank you", "Your answer helps us");
        JsonNode item = items().get(0);
        assertThat(item.at("/kind").asString()).isEqualTo("nps");
        assertThat(item.at("/score").asInt()).isEqualTo(9);
        assertThat(item.at("/comment").asString()).isEqualTo("Quick <b>help</b>");
        assertThat(item.at("/survey/name").asString()).isEqualTo("Survey");
        assertThat(item.at("/agent/email").asString()).isEqualTo(World.ANNA);
        JsonNode fact = facts(24).getFirst();
        assertThat(fact.at("/nps").asInt()).isEqualTo(9);
        assertThat(fact.has("csat")).isFalse();
        assertThat(fact.toString()).doesNotContain("Quick");
        form(stranger(), path, "score=1").mustBe(410);
        stranger().get(path + "/1").mustBe(410);
        assertThat(facts(24)).hasSize(1);
        assertThat(olga.get(ticket).text("/status")).isEqualTo("resolved");
    }

    @Test
    void a_score_outside_the_scale_and_hostile_words_change_nothing() throws Exception {
        survey(Map.of("kind", "csat"));
        resolved(World.OMAR, "Scale");
        String path = link(mail());
        for (String wrong : List.of("score=0", "score=6", "score=99", "score=five", "score=-1", "comment=x")) {
            form(stranger(), path, wrong).mustBe(422);
        }
        form(stranger(), path, "score=5&comment=" + "x".repeat(Vote.COMMENT_LENGTH_MAX + 1))
                .mustBe(422);
        stranger().get("/survey/" + "A".repeat(43)).mustBe(404);
        stranger().get(path.replace("/survey/", "/rate/")).mustBe(404);
        form(stranger().with("Sec-Fetch-Site", "cross-site"), path, "score=5").mustBe(404);
        form(world.browserOf(World.ANNA), path, "score=5").mustBe(403);
        assertThat(items()).isEmpty();
        form(stranger(), path, "score=5&comment=" + said("<script>")).mustBe(303);
    }

    @Test
    void a_customer_is_left_in_peace_for_so_many_days() {
        survey(Map.of("kind", "csat", "every_days", 30));
        resolved(World.OMAR, "First");
        mail();
        String second = resolved(World.OMAR, "Second");
        assertThat(reason(second)).isEqualTo("lately");
        JsonNode sendings = olga.get(SURVEYS + "/" + olga.get(SURVEYS).text("/items/0/id") + "/sendings")
                .mustBe(200)
                .body()
                .at("/items");
        assertThat(sendings).hasSize(2);
        assertThat(sendings.at("/0/state").asString()).isEqualTo("not_sent");
        assertThat(sendings.at("/0/reason").asString()).isEqualTo("lately");
        assertThat(sendings.at("/0/ticket/subject").asString()).isEqualTo("Second");
        assertThat(sendings.at("/1/state").asString()).isEqualTo("sent");
        assertThat(server.getReceivedMessages()).hasSize(1);
        owner.sql(
                        "update survey_sending set sent_at = sent_at - interval '31 days' where workspace_id = :w and state = 2")
                .param("w", world.workspace())
                .update();
        String third = resolved(World.OMAR, "Third");
        assertThat(reason(third)).isEqualTo("sent");
    }

    @Test
    void who_wants_none_never_wrote_or_is_a_machine_gets_none() throws Exception {
        survey(Map.of("kind", "csat", "every_days", 0));
        String noreply = "no-reply@shop.example.net";
        String byMachine = resolved(noreply, "Robot");
        assertThat(reason(byMachine)).isEqualTo("machine");
        String silent = olga.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "We write first",
                                "customer",
                                Map.of("email", "silent@example.org"),
                                "message",
                                Map.of("text", "Hello", "direction", "out")))
                .mustBe(201)
                .text("/code");
        olga.patch("/api/v1/tickets/" + silent, Map.of("status", "resolved")).mustBe(200);
        settled();
        assertThat(reason("/api/v1/tickets/" + silent)).isEqualTo("never_wrote");
        mail(); // What we wrote first.
        server.purgeEmailFromAllMailboxes();
        resolved(World.OMAR, "Stop it");
        String path = link(mail());
        assertThat(form(stranger(), path + "/stop", "List-Unsubscribe=One-Click")
                        .mustBe(200)
                        .string())
                .contains("You will get no more surveys");
        form(stranger(), path + "/stop", "").mustBe(200);
        String after = resolved(World.OMAR, "Peace");
        assertThat(reason(after)).isEqualTo("refused");
        String refusal = "/api/v1/customers/" + World.OMAR + "/survey-refusal";
        assertThat(olga.get(refusal).mustBe(200).body().at("/since").isNull()).isFalse();
        olga.delete(refusal).mustBe(204);
        olga.delete(refusal).mustBe(204);
        assertThat(olga.get(refusal).body().at("/since").isNull()).isTrue();
        assertThat(olga.put(refusal, Map.of()).mustBe(200).body().at("/since").isNull())
                .isFalse();
        assertThat(olga.get("/api/v1/customers/" + World.OMAR + "/timeline").string())
                .contains("survey.declined", "survey.allowed");
        assertThat(olga.get("/api/v1/audit").string()).contains("\"survey.declined\"");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_ticket_that_is_opened_again_or_does_not_fit_is_passed_over() {
        String later = survey(Map.of("kind", "csat", "delay_minutes", 60));
        String reopened = resolvedOnly(World.OMAR, "Again");
        settledPlans(1);
        olga.patch(reopened, Map.of("status", "open")).mustBe(200);
        due();
        settled();
        assertThat(reason(reopened)).isEqualTo("reopened");
        olga.patch(reopened, Map.of("status", "resolved")).mustBe(200);
        await().atMost(WITHIN).until(() -> waiting() == 1);
        due();
        settled();
        assertThat(reason(reopened)).isEqualTo("sent");
        olga.patch(SURVEYS + "/" + later, Map.of("active", false)).mustBe(200);
        olga.post(
                        SURVEYS,
                        Map.of(
                                "name",
                                "Sales only",
                                "kind",
                                "ces",
                                "active",
                                true,
                                "delay_minutes",
                                0,
                                "condition",
                                Map.of("field", "department", "op", "is", "value", "Sales")))
                .mustBe(201);
        String unfit = resolved("unfit@example.org", "Not sales");
        assertThat(reason(unfit)).isEqualTo("condition");
    }

    @Test
    void two_nodes_at_once_send_each_survey_once() throws Exception {
        survey(Map.of("kind", "csat", "every_days", 0, "delay_minutes", 60));
        int many = 6;
        IntStream.range(0, many).forEach(i -> resolvedOnly("c" + i + "@example.org", "Ticket " + i));
        settledPlans(many);
        due();
        Together.call(4, () -> {
            mailDue();
            return true;
        });
        assertThat(server.getReceivedMessages()).hasSize(many);
        assertThat(facts(20)).hasSize(many);
        mailDue();
        assertThat(server.getReceivedMessages()).hasSize(many);
    }

    @Test
    void many_surveys_go_over_one_connection() {
        Set<SocketAddress> callers = new CopyOnWriteArraySet<>();
        AtomicInteger taken = new AtomicInteger();
        SMTPServer counting = SMTPServer.port(0)
                .messageHandlerFactory(context -> {
                    callers.add(context.getRemoteAddress());
                    return new Counted(taken);
                })
                .build();
        counting.start();
        try {
            survey(Map.of("kind", "csat", "every_days", 0, "delay_minutes", 60));
            olga.put("/api/v1/outgoing-server", Map.of("url", "smtp://localhost:" + counting.getPortAllocated()))
                    .mustBe(200);
            int many = 5;
            IntStream.range(0, many).forEach(i -> resolvedOnly("d" + i + "@example.org", "Ticket " + i));
            settledPlans(many);
            due();
            mailDue();
            assertThat(taken.get()).isEqualTo(many);
            assertThat(callers).hasSize(1);
        } finally {
            counting.stop();
        }
    }

    /** Takes whatever comes. */
    private record Counted(AtomicInteger taken) implements MessageHandler {

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String recipient) {}

        @Override
        public String data(InputStream data) throws IOException {
            data.readAllBytes();
            taken.incrementAndGet();
            return "kept";
        }

        @Override
        public void done() {}
    }

    @Test
    void a_department_words_its_surveys_and_none_loses_the_scores() throws Exception {
        String template = "/api/v1/templates/survey/en";
        String ours = template + "?department=" + world.department("Support");
        assertThat(olga.get(template).mustBe(200).body().at("/own_subject").asBoolean())
                .isTrue();
        olga.put(ours, Map.of("subject", "One question", "html", "<p>Dear {customer.name}, how was it?</p>"))
                .mustRefuse(422, "invalid")
                .mustName("/html");
        olga.put(ours, Map.of("html", "<p>{survey.question}</p>"))
                .mustRefuse(422, "invalid")
                .mustName("/subject");
        olga.put(
                        ours,
                        Map.of(
                                "subject",
                                "{ticket.code}: one question",
                                "html",
                                "<p>Dear {customer.name},</p><p><em>{survey.question}</em></p>"))
                .mustBe(200);
        survey(Map.of("kind", "csat"));
        resolved(World.OMAR, "Broken printer");
        MimeMessage mail = mail();
        assertThat(mail.getSubject()).endsWith(": one question").doesNotContain("{");
        assertThat(part(mail, 0))
                .startsWith("Dear ")
                .contains("How satisfied are you")
                .doesNotContain("Broken");
        assertThat(part(mail, 1)).contains("<em>How satisfied are you", "/5\"", ">1</a>", "/stop\"");
        assertThat(link(mail)).isNotEmpty();
    }

    @Test
    void a_dead_server_is_tried_again_and_a_crash_sends_under_the_same_name() throws Exception {
        survey(Map.of("kind", "csat"));
        olga.put("/api/v1/outgoing-server", Map.of("url", "smtp://localhost:1")).mustBe(200);
        String ticket = resolved(World.OMAR, "Dead");
        assertThat(reason(ticket)).isNotEqualTo("sent").isNotBlank();
        olga.put(
                        "/api/v1/outgoing-server",
                        Map.of("url", "smtp://localhost:" + server.getSmtp().getPort()))
                .mustBe(200);
        due();
        mailDue();
        MimeMessage first = mail();
        // The server said 250, we died before we wrote it down.
        owner.sql("update survey_sending set state = 1, sent_at = null where workspace_id = :w")
                .param("w", world.workspace())
                .update();
        due();
        mailDue();
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[1].getMessageID()).isEqualTo(first.getMessageID());
    }

    @Test
    void an_answer_by_mail_comes_into_the_ticket() throws Exception {
        survey(Map.of("kind", "csat"));
        String ticket = resolved(World.OMAR, "By mail");
        String replyTo = mail().getReplyTo()[0].toString().replaceAll(".*<|>.*", "");
        desk.mail(
                World.OMAR,
                replyTo,
                PostRoom.mail(World.OMAR, replyTo, "Re: A short question", "s1@x", "", "All good, thanks"));
        await().atMost(WITHIN)
                .until(() -> olga.get(ticket + "/messages").string().contains("All good, thanks"));
    }

    private String survey(Map<String, Object> more) {
        Map<String, Object> wanted = new HashMap<>(Map.of("name", "Survey", "active", true, "delay_minutes", 0));
        wanted.putAll(more);
        return olga.post(SURVEYS, wanted).mustBe(201).text("/id");
    }

    /** Of a ticket that the customer opened, anna answered and resolved; its surveys are sent or passed over. */
    private String resolved(String customer, String subject) {
        String ticket = resolvedOnly(customer, subject);
        settled();
        return ticket;
    }

    private String resolvedOnly(String customer, String subject) {
        String ticket = "/api/v1/tickets/"
                + olga.post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject",
                                        subject,
                                        "department",
                                        "Support",
                                        "assignee",
                                        World.ANNA,
                                        "customer",
                                        Map.of("email", customer),
                                        "message",
                                        Map.of("text", "Help")))
                        .mustBe(201)
                        .text("/code");
        world.anna().patch(ticket, Map.of("status", "resolved")).mustBe(200);
        return ticket;
    }

    private void settled() {
        await().atMost(WITHIN)
                .until(() -> owner.sql("""
                        select not exists (select 1 from ticket t where t.workspace_id = :w and t.status = 8 and not exists (
                            select 1 from survey_sending s where s.workspace_id = :w and s.ticket_id = t.id))
                        """)
                        .param("w", world.workspace())
                        .query(Boolean.class)
                        .single());
        mailDue();
    }

    private void settledPlans(int many) {
        await().atMost(WITHIN).until(() -> waiting() == many);
    }

    private int waiting() {
        return owner.sql("select count(*) from survey_sending where workspace_id = :w and state = 1")
                .param("w", world.workspace())
                .query(Integer.class)
                .single();
    }

    private void due() {
        owner.sql(
                        "update survey_sending set due_at = now() - interval '1 minute' where workspace_id = :w and state = 1")
                .param("w", world.workspace())
                .update();
    }

    private void mailDue() {
        Workspaces.run(world.workspace(), () -> mailing.mailDue(Actor.clock(world.workspace())));
    }

    private String reason(String ticket) {
        return owner.sql("""
                        select case s.state when 2 then 'sent' else coalesce(s.reason, '') end from survey_sending s
                        join ticket t on t.workspace_id = s.workspace_id and t.id = s.ticket_id
                        where s.workspace_id = :w and t.code = :code order by s.id desc limit 1
                        """)
                .param("w", world.workspace())
                .param("code", ticket.substring(ticket.lastIndexOf('/') + 1))
                .query(String.class)
                .single();
    }

    private Api stranger() {
        UUID id = world.workspace();
        return world.stranger()
                .with("X-Forwarded-For", "10.7." + (id.hashCode() & 0xff) + "." + (id.hashCode() >>> 8 & 0xff));
    }

    private MimeMessage mail() {
        assertThat(server.waitForIncomingEmail(WITHIN.toMillis(), 1)).isTrue();
        return server.getReceivedMessages()[0];
    }

    private static String part(MimeMessage mail, int which) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(which).getContent();
    }

    private static String link(MimeMessage mail) throws Exception {
        Matcher link = LINK.matcher(part(mail, 0));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String said(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Api.Answer form(Api api, String path, String body) {
        return api.send("POST", path, body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
    }

    private JsonNode items() {
        return olga.get("/api/v1/ratings").mustBe(200).body().at("/items");
    }

    private List<JsonNode> facts(int kind) {
        return owner
                .sql("select facts::text from log where workspace_id = :w and kind = :kind order by seq")
                .param("w", world.workspace())
                .param("kind", kind)
                .query(String.class)
                .list()
                .stream()
                .map(text -> JsonMapper.shared().readTree(text))
                .toList();
    }
}
