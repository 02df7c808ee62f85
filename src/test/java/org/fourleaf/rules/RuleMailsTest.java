package org.fourleaf.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fourleaf.email.PostRoom.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
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

@InFourleaf
@Import(PostRoom.class)
class RuleMailsTest {

    private static final String RULES = "/api/v1/rules";
    private static final String ANSWERS = "/api/v1/predefined-answers";
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final String BY_A_MACHINE = "Auto-Submitted: auto-replied\n";

    @Autowired
    PostRoom postRoom;

    GreenMail customersServer;
    PostRoom.Desk desk;
    Api olga;

    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    @BeforeAll
    void open() {
        customersServer = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        customersServer.start();
    }

    @AfterAll
    void close() {
        customersServer.stop();
    }

    @BeforeEach
    void aDeskThatSends() {
        desk = postRoom.desk();
        olga = desk.olga;
        olga.put(
                        "/api/v1/outgoing-server",
                        Map.of(
                                "url",
                                "smtp://localhost:" + customersServer.getSmtp().getPort()))
                .mustBe(200);
    }

    @Test
    void a_predefined_answer_goes_out_in_what_the_customer_wrote_and_says_that_it_is_automatic() throws Exception {
        predefined(Map.of("lt", "<p>Gavome jūsų laišką {ticket.code}. {agent.name}</p>"));
        rule("ticket_created_from_mail", "send_answer", Map.of("predefined_answer", "Received", "keep_status", true));
        desk.mail(
                "jonas@example.lt",
                desk.support,
                mail(
                        "jonas@example.lt",
                        desk.support,
                        "Dviratis",
                        id(1),
                        "",
                        "Laba diena, ar galite man padėti su šiuo dviračiu?"));
        MimeMessage got = received("jonas@example.lt");
        String code = codeOf("jonas@example.lt");
        assertThat(textOf(got)).contains("Gavome", code, "Support");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(got.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(got.getHeader("X-Loop")[0]).startsWith("fourleaf-");
        assertThat(got.getHeader("In-Reply-To")).containsExactly("<" + id(1) + ">");
        assertThat(olga.get("/api/v1/tickets/" + code).text("/status")).isEqualTo("new");
    }

    @Test
    void where_nothing_fits_the_main_language_is_sent_and_the_status_follows_when_it_may() throws Exception {
        predefined(Map.of("lt", "<p>Gavome</p>"));
        rule("ticket_created", "send_answer", Map.of("predefined_answer", "Received", "keep_status", false));
        desk.mail(
                "kim@example.org",
                desk.support,
                mail("kim@example.org", desk.support, "Bike", id(2), "", "Hello, can you help me with this bike?"));
        assertThat(textOf(received("kim@example.org"))).contains("We have your mail");
        assertThat(olga.get("/api/v1/tickets/" + codeOf("kim@example.org")).text("/status"))
                .isEqualTo("answered");
    }

    @Test
    void two_machines_never_talk_to_each_other() throws Exception {
        String rule = rule("message_added", "send_answer", Map.of("html", "<p>Thank you.</p>", "keep_status", true));
        desk.mail(
                "lea@example.org",
                desk.support,
                mail("lea@example.org", desk.support, "Bike", id(3), "", "Hello there."));
        String code = await().atMost(WITHIN).until(() -> codeOf("lea@example.org"), found -> !found.isEmpty());
        settled();
        assertThat(sentTo("lea@example.org")).isZero();
        String thread = "In-Reply-To: <" + id(3) + ">\n";
        desk.mail(
                "lea@example.org",
                desk.support,
                mail("lea@example.org", desk.support, "Re: Bike", id(4), thread, "One more thing."));
        received("lea@example.org");
        for (int i = 5; i < 8; i++) {
            desk.mail(
                    "lea@example.org",
                    desk.support,
                    mail("lea@example.org", desk.support, "Re: Bike", id(i), thread + BY_A_MACHINE, "I am away."));
        }
        await().atMost(WITHIN)
                .until(() -> olga.get("/api/v1/tickets/" + code + "/messages?limit=200")
                                .body()
                                .at("/items")
                                .size()
                        >= 6);
        settled();
        assertThat(sentTo("lea@example.org")).isOne();
        JsonNode runs =
                olga.get(RULES + "/" + rule + "/runs").mustBe(200).body().at("/items");
        assertThat(runs.size()).isOne();
    }

    @Test
    void a_rule_that_resolves_with_words_resolves_a_machine_s_ticket_in_silence() {
        String rule = rule("ticket_created", "resolve", Map.of("html", "<p>Done.</p>"));
        desk.mail(
                "robot@example.org",
                desk.support,
                mail(
                        "robot@example.org",
                        desk.support,
                        "Report",
                        id(9),
                        "Auto-Submitted: auto-generated\n",
                        "All is well."));
        String code = await().atMost(WITHIN).until(() -> codeOf("robot@example.org"), found -> !found.isEmpty());
        await().atMost(WITHIN)
                .until(() -> olga.get("/api/v1/tickets/" + code).text("/status").equals("resolved"));
        settled();
        assertThat(sentTo("robot@example.org")).isZero();
        assertThat(olga.get(RULES + "/" + rule + "/runs").text("/items/0/detail"))
                .contains("machine");
    }

    @Test
    void a_rule_whose_predefined_answer_is_deleted_is_broken_until_it_is_mended() {
        String answer = predefined(Map.of());
        String rule = rule("ticket_created", "send_answer", Map.of("predefined_answer", answer, "keep_status", true));
        assertThat(olga.get(RULES + "/" + rule).body().at("/names/" + answer).asString())
                .isEqualTo("Received");
        JsonNode file = olga.get(RULES + "/export").mustBe(200).body();
        assertThat(file.at("/rules/0/actions/0/predefined_answer").asString()).isEqualTo("Received");
        olga.delete(ANSWERS + "/" + answer).mustBe(204);
        JsonNode broken = olga.get(RULES + "/" + rule).mustBe(200).body().at("/broken");
        assertThat(broken.at("/kind").asString()).isEqualTo("missing");
        assertThat(broken.at("/missing/0/pointer").asString()).isEqualTo("/actions/0/predefined_answer");
        await().atMost(WITHIN)
                .until(() -> olga.get("/api/v1/notifications")
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .valueStream()
                        .anyMatch(one -> one.at("/kind").asString().equals("rule_broke")));
        String mended = predefined(Map.of());
        olga.patch(
                        RULES + "/" + rule,
                        Map.of("actions", List.of(Map.of("type", "send_answer", "predefined_answer", mended))))
                .mustBe(200);
        assertThat(olga.get(RULES + "/" + rule).body().at("/broken").isNull()).isTrue();
    }

    @Test
    void a_rule_takes_either_words_of_its_own_or_a_predefined_answer_that_is_not_personal() {
        String mine = olga.post(ANSWERS, Map.of("name", "Mine", "html", "<p>x</p>", "scope", "personal"))
                .mustBe(201)
                .text("/id");
        predefined(Map.of());
        refused(Map.of("type", "send_answer", "predefined_answer", mine), "/actions/0/predefined_answer");
        refused(Map.of("type", "send_answer", "predefined_answer", "Nothing"), "/actions/0/predefined_answer");
        refused(Map.of("type", "send_answer", "predefined_answer", "Received", "html", "<p>x</p>"), "/actions/0/html");
        refused(Map.of("type", "send_answer"), "/actions/0/html");
    }

    private void refused(Map<String, ?> action, String pointer) {
        olga.post(RULES, Map.of("name", "x", "apply_when", "ticket_created", "actions", List.of(action)))
                .mustRefuse(422, "invalid")
                .mustName(pointer);
    }

    private String predefined(Map<String, String> texts) {
        return olga.post(
                        ANSWERS,
                        Map.of(
                                "name",
                                "Received",
                                "html",
                                "<p>We have your mail {ticket.code}. {agent.name}</p>",
                                "texts",
                                texts))
                .mustBe(201)
                .text("/id");
    }

    private String rule(String when, String type, Map<String, ?> parts) {
        Map<String, Object> action = new HashMap<>(parts);
        action.put("type", type);
        return olga.post(RULES, Map.of("name", "Rule", "apply_when", when, "actions", List.of(action)))
                .mustBe(201)
                .text("/id");
    }

    private static String id(int n) {
        return "rule-mail-" + n + "@example";
    }

    private String codeOf(String customer) {
        return olga.get("/api/v1/tickets?customer=" + customer)
                .body()
                .at("/items/0/code")
                .asString("");
    }

    private MimeMessage received(String address) {
        await().atMost(WITHIN).until(() -> sentTo(address) > 0);
        return to(address).getFirst();
    }

    private int sentTo(String address) {
        return to(address).size();
    }

    private List<MimeMessage> to(String address) {
        return Arrays.stream(customersServer.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(address);
                    } catch (MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private static String textOf(MimeMessage message) throws Exception {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(0)
                .getContent()
                .toString();
    }

    private void settled() {
        await().atMost(WITHIN)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> owner.sql("""
                                select not exists (select 1 from workspaces_with_unread_log(array['rules']) as w where w = :w)
                                    and not exists (select 1 from rule_todo where workspace_id = :w) as settled
                                """)
                        .param("w", desk.world.workspace())
                        .query(Boolean.class)
                        .single());
    }
}
