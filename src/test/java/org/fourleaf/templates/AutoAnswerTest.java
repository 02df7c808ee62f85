package org.fourleaf.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fourleaf.email.PostRoom.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.email.PostRoom;
import org.fourleaf.platform.database.TestDatabase;
import org.jspecify.annotations.Nullable;
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
class AutoAnswerTest {

    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final String TEMPLATES = "/api/v1/templates";
    private static final Map<String, Object> NEVER = Map.of(
            "mon", List.of(), "tue", List.of(), "wed", List.of(), "thu", List.of(), "fri", List.of(), "sat", List.of(),
            "sun", List.of());
    private static final List<List<String>> ALL_DAY = List.of(List.of("00:00", "24:00"));
    private static final Map<String, Object> ALWAYS = Map.of(
            "mon", ALL_DAY, "tue", ALL_DAY, "wed", ALL_DAY, "thu", ALL_DAY, "fri", ALL_DAY, "sat", ALL_DAY, "sun",
            ALL_DAY);

    @Autowired
    PostRoom postRoom;

    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
    private GreenMail customersServer;
    private PostRoom.Desk desk;
    private String answers;

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
    void aDesk() {
        desk = postRoom.desk();
        desk.olga
                .put(
                        "/api/v1/outgoing-server",
                        Map.of(
                                "url",
                                "smtp://localhost:" + customersServer.getSmtp().getPort()))
                .mustBe(200);
        answers = "/api/v1/departments/" + desk.world.department("Support") + "/auto-answers";
    }

    @Test
    void a_fresh_desk_answers_nobody_by_itself() {
        assertThat(desk.olga.get(answers).mustBe(200).body().at("/on_creation").asBoolean())
                .isFalse();
        write("Silence", "");
        String code = desk.ticketAbout("Silence").at("/code").asString();
        settled();
        assertThat(desk.thread(code)).hasSize(1);
    }

    @Test
    void a_new_ticket_is_answered_once_in_the_words_of_the_workspace_and_stays_new() throws Exception {
        hours(ALWAYS, List.of());
        choose(true, true, true);
        write("Broken lamp", "");
        String code = desk.ticketAbout("Broken lamp").at("/code").asString();
        await().atMost(WITHIN).until(() -> desk.thread(code).size() == 2);
        JsonNode answer = desk.thread(code).get(1);
        assertThat(answer.at("/text").asString())
                .contains("has reached us")
                .contains(code)
                .contains("Support");
        assertThat(answer.at("/author/kind").asString()).isEqualTo("system");
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("new");
        MimeMessage got = received(code);
        assertThat(got.getSubject()).isEqualTo("Re: Broken lamp [" + code + "]");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(got.getHeader("In-Reply-To")).containsExactly("<Broken-lamp@x>");
        desk.mail(
                World.OMAR,
                desk.support,
                mail(World.OMAR, desk.support, "Re: Broken lamp [" + code + "]", "again@x", "", "Still dark"));
        desk.untilAllFiled();
        settled();
        assertThat(desk.thread(code)).hasSize(3);
    }

    @Test
    void who_writes_when_nobody_is_there_reads_when_somebody_will_be() {
        hours(NEVER, List.of());
        choose(true, true, true);
        assertThat(answerTo("At night")).contains("nobody is at the desk");
        choose(true, false, true);
        assertThat(answerTo("At night too")).contains("has reached us").doesNotContain("nobody is at the desk");
    }

    @Test
    void on_a_holiday_the_text_for_holidays_goes_first() {
        String today = LocalDate.now(ZoneId.of("UTC")).toString();
        hours(
                NEVER,
                List.of(
                        today,
                        LocalDate.now(ZoneId.of("UTC")).minusDays(1).toString(),
                        LocalDate.now(ZoneId.of("UTC")).plusDays(1).toString()));
        choose(true, true, true);
        assertThat(answerTo("On a holiday")).contains("public holiday");
        choose(true, true, false);
        assertThat(answerTo("On the same holiday")).contains("nobody is at the desk");
    }

    @Test
    void the_customer_reads_it_in_the_language_they_wrote() {
        choose(true, false, false);
        desk.mail(
                "jonas@example.lt",
                desk.support,
                mail(
                        "jonas@example.lt",
                        desk.support,
                        "Lempa",
                        "lempa@x",
                        "Content-Type: text/plain; charset=utf-8\n",
                        "Laba diena, mano lempa neveikia ir aš nežinau, ką su ja daryti. Ar galite padėti?"));
        desk.untilAllFiled();
        String code = desk.ticketAbout("Lempa").at("/code").asString();
        await().atMost(WITHIN).until(() -> desk.thread(code).size() == 2);
        assertThat(desk.thread(code).get(1).at("/text").asString()).contains("gavome Jūsų laišką");
    }

    @Test
    void a_machine_is_never_answered() {
        choose(true, true, true);
        write("Newsletter", "List-Id: <news.example.org>\nPrecedence: bulk\n");
        write("Cron", "Auto-Submitted: auto-generated\n");
        settled();
        assertThat(desk.thread(desk.ticketAbout("Newsletter").at("/code").asString()))
                .hasSize(1);
        assertThat(desk.thread(desk.ticketAbout("Cron").at("/code").asString())).hasSize(1);
    }

    @Test
    void a_department_may_have_words_of_its_own() {
        choose(true, false, false);
        String path = TEMPLATES + "/auto_answer/en";
        String own = path + "?department=" + desk.world.department("Support");
        desk.olga.put(path, Map.of("html", "<p>All: {ticket.code}</p>")).mustBe(200);
        assertThat(answerTo("To all")).startsWith("All: ");
        desk.olga
                .put(own, Map.of("html", "<p>Support: {customer.first_name}<script>x</script></p>"))
                .mustBe(200);
        assertThat(answerTo("To support")).isEqualTo("Support: Omar");
        assertThat(desk.olga.get(own).mustBe(200).body().at("/department/name").asString())
                .isEqualTo("Support");
        desk.olga.delete(own).mustBe(204);
        assertThat(answerTo("To all again")).startsWith("All: ");
        desk.olga.delete(path).mustBe(204);
        assertThat(answerTo("As shipped")).contains("has reached us");
    }

    @Test
    void what_does_not_fit_is_named() {
        String path = TEMPLATES + "/auto_answer/en";
        desk.olga.put(path, Map.of("html", "<p>{agent.name}</p>")).mustBe(422).mustName("/html");
        desk.olga
                .put(path, Map.of("html", "<p>x</p>", "subject", "Mine"))
                .mustBe(422)
                .mustName("/subject");
        desk.olga
                .put(TEMPLATES + "/invitation/en", Map.of("html", "<p>Come in</p>", "subject", "Come"))
                .mustBe(422)
                .mustName("/html");
        desk.olga
                .put(TEMPLATES + "/invitation/en", Map.of("html", "<p>{access.link}</p>"))
                .mustBe(422)
                .mustName("/subject");
        desk.olga.put(TEMPLATES + "/love_letter/en", Map.of("html", "<p>x</p>")).mustBe(404);
        desk.olga.put(TEMPLATES + "/auto_answer/x", Map.of("html", "<p>x</p>")).mustBe(404);
        desk.olga
                .put(TEMPLATES + "/auto_answer/en?department=" + UUID.randomUUID(), Map.of("html", "<p>x</p>"))
                .mustBe(404);
        desk.world
                .agent("anna@example.com")
                .put(path, Map.of("html", "<p>x</p>"))
                .mustBe(403);
        desk.world
                .agent("anna@example.com")
                .put(answers, Map.of("on_creation", true, "out_of_hours", true, "holiday", true))
                .mustBe(403);
    }

    @Test
    void every_kind_is_listed_in_four_languages_and_previewed_with_this_desks_names() {
        JsonNode list = desk.olga.get(TEMPLATES).mustBe(200).body().at("/items");
        assertThat(list.valueStream()
                        .map(one ->
                                one.at("/kind").asString() + one.at("/language").asString()))
                .hasSize(24)
                .contains("holidayzh", "invitationlt");
        for (JsonNode one : list) {
            Map<String, Object> draft = new HashMap<>(Map.of(
                    "kind", one.at("/kind").asString(),
                    "language", one.at("/language").asString(),
                    "subject", one.at("/subject").asString(),
                    "html", one.at("/html").asString()));
            JsonNode preview =
                    desk.olga.post(TEMPLATES + "/preview", draft).mustBe(200).body();
            assertThat(preview.at("/html").asString()).isNotBlank().doesNotContain("{");
        }
    }

    private String answerTo(String subject) {
        write(subject, "");
        String code = desk.ticketAbout(subject).at("/code").asString();
        await().atMost(WITHIN).until(() -> desk.thread(code).size() == 2);
        return desk.thread(code).get(1).at("/text").asString();
    }

    private void write(String subject, String headers) {
        desk.mail(
                World.OMAR,
                desk.support,
                mail(
                        World.OMAR,
                        desk.support,
                        subject,
                        subject.replace(' ', '-') + "@x",
                        headers,
                        "Hello, I need help with this."));
        desk.untilAllFiled();
    }

    private void choose(boolean onCreation, boolean outOfHours, boolean holiday) {
        desk.olga
                .put(answers, Map.of("on_creation", onCreation, "out_of_hours", outOfHours, "holiday", holiday))
                .mustBe(200);
    }

    private void hours(Map<String, Object> weekly, List<String> holidays) {
        desk.olga
                .post(
                        "/api/v1/business-hours",
                        Map.of(
                                "name",
                                "Test " + System.nanoTime(),
                                "time_zone",
                                "UTC",
                                "weekly",
                                weekly,
                                "holidays",
                                holidays))
                .mustBe(201);
        String id = desk.olga
                .get("/api/v1/business-hours")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/name").asString().startsWith("Test "))
                .map(one -> one.at("/id").asString())
                .findFirst()
                .orElseThrow();
        desk.olga
                .put(
                        "/api/v1/departments/" + desk.world.department("Support") + "/business-hours",
                        Map.of("calendar", id))
                .mustBe(200);
    }

    /** Until the log has been read by the reader of automatic answers, and nothing waits to be answered. */
    private void settled() {
        await().atMost(WITHIN)
                .until(() -> owner.sql("""
                                select not exists (select 1 from workspaces_with_unread_log(array['auto-answers']) as w where w = :w)
                                    and not exists (select 1 from auto_answer_todo where workspace_id = :w)
                                """)
                        .param("w", desk.world.workspace())
                        .query(Boolean.class)
                        .single());
    }

    private MimeMessage received(String code) {
        await().atMost(WITHIN).until(() -> find(code) != null);
        return Objects.requireNonNull(find(code));
    }

    private @Nullable MimeMessage find(String code) {
        for (MimeMessage mail : customersServer.getReceivedMessages()) {
            if (GreenMailUtil.getWholeMessage(mail).contains(code)) {
                return mail;
            }
        }
        return null;
    }
}
