package org.fourleaf.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourleaf.email.PostRoom.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@InFourleaf
@Import(PostRoom.class)
class AnswerByMailTest {

    private static final long WITHIN_NANOS = 20_000_000_000L;

    @Autowired
    PostRoom postRoom;

    @Autowired
    Outbox outbox;

    GreenMail customersServer;
    PickyServer picky;
    PostRoom.Desk desk;

    @BeforeAll
    void open() {
        customersServer = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        customersServer.start();
        picky = new PickyServer();
        desk = postRoom.desk();
        sendBy(desk, "smtp://localhost:" + customersServer.getSmtp().getPort());
    }

    @AfterAll
    void close() {
        customersServer.stop();
        picky.close();
    }

    @Test
    void a_mail_is_answered_in_its_thread_and_the_customers_next_mail_opens_the_same_ticket() throws Exception {
        String code = code(desk.hand(
                mail("Omar <omar@example.org>", desk.support, "Broken printer", "round1@x", "", "It smokes.")));
        JsonNode reply = answer(desk, code, Map.of("type", "reply", "html", "<p>Switch it <b>off</b>.</p>"));

        assertThat(until(desk, code, reply, "sent")
                        .at("/delivery/report/0/text")
                        .asString())
                .startsWith("250");
        MimeMessage got = received("Broken printer");
        assertThat(got.getSubject()).isEqualTo("Re: Broken printer [" + code + "]");
        assertThat(got.getHeader("In-Reply-To")).containsExactly("<round1@x>");
        assertThat(got.getHeader("References", " ")).contains("<round1@x>");
        assertThat(got.getFrom()[0].toString()).contains("(Support)").contains(desk.support);
        assertThat(got.getContentType()).startsWith("multipart/alternative");
        String whole = GreenMailUtil.getWholeMessage(got);
        assertThat(whole).contains("> It smokes.").contains("<b>off</b>").contains("X-Loop: fourleaf-");
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("answered");

        JsonNode byReference = desk.hand(mail(
                World.OMAR,
                desk.support,
                "Aw: Drucker",
                "round2@x",
                "In-Reply-To: " + got.getMessageID() + "\n",
                "Off now, still smoking"));
        assertThat(code(byReference)).isEqualTo(code);
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("open");

        String replyTo = got.getReplyTo()[0].toString().replaceAll(".*<|>.*", "");
        assertThat(replyTo).startsWith("support+");
        desk.mail(
                "new@example.net",
                replyTo,
                mail("new@example.net", replyTo, "No thread at all", "round3@x", "", "By token"));
        desk.untilAllFiled();
        assertThat(desk.thread(code)).hasSize(4);
        String shared = replyTo.replace("support+", "reply+");
        desk.mail(World.OMAR, shared, mail(World.OMAR, shared, "Shared", "round4@x", "", "By the shared address"));
        desk.untilAllFiled();
        assertThat(desk.thread(code)).hasSize(5);
    }

    @Test
    void a_token_with_a_wrong_seal_leads_nowhere() {
        String code = code(desk.hand(mail(World.OMAR, desk.support, "Sealed", "seal1@x", "", "x")));
        String forged = "support+" + code.toLowerCase(java.util.Locale.ROOT) + "-aaaaaaaaaaaaaaaa@" + desk.domain;

        desk.mail("mallory@example.net", forged, mail("mallory@example.net", forged, "Sneaky", "seal2@x", "", "x"));

        assertThat(desk.ticketAbout("Sneaky").at("/code").asString()).isNotEqualTo(code);
        assertThat(desk.thread(code)).hasSize(1);
    }

    @Test
    void files_go_along_and_pictures_in_the_words_stay_in_the_words() throws Exception {
        String code = code(desk.hand(mail(World.OMAR, desk.support, "Send me files", "f1@x", "", "x")));
        String picture = upload("pic.png", "image/png", new byte[] {1, 2, 3});
        String notes = upload(
                "įrašai\r\nBcc: evil@example.net.txt", "text/plain", "My notes".getBytes(StandardCharsets.UTF_8));

        JsonNode reply = answer(
                desk,
                code,
                Map.of(
                        "type",
                        "reply",
                        "html",
                        "<p>Here <img src=\"/api/v1/attachments/" + picture + "\"></p>",
                        "attachments",
                        List.of(picture, notes)));

        until(desk, code, reply, "sent");
        String whole = GreenMailUtil.getWholeMessage(received("Send me files"));
        assertThat(whole)
                .contains("multipart/mixed")
                .contains("multipart/related")
                .contains("src=\"cid:" + picture)
                .contains("TXkgbm90ZXM=")
                .doesNotContain("\nBcc:");
    }

    @Test
    void nothing_a_customer_or_agent_writes_becomes_a_header() throws Exception {
        JsonNode opened = desk.olga
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject", "Hi\r\nBcc: evil@example.net",
                                "customer",
                                        Map.of("name", "Omar\r\nBcc: evil@example.net", "email", "inject@example.org"),
                                "message", Map.of("text", "Hello", "direction", "out")))
                .mustBe(201)
                .body();

        MimeMessage got = received("Hi Bcc: evil@example.net");
        assertThat(got.getHeader("Bcc")).isNull();
        assertThat(got.getAllRecipients()).hasSize(1);
        assertThat(got.getSubject())
                .doesNotStartWith("Re:")
                .contains(opened.at("/code").asString());
    }

    @Test
    void an_address_that_smtp_cannot_carry_is_told_and_an_unusual_one_is_sent_to_once() {
        JsonNode made = desk.olga
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject", "Unusual addresses",
                                "customer", Map.of("name", "X", "email", "x@[127.0.0.1]"),
                                "message", Map.of("text", "Hello")))
                .mustBe(201)
                .body();
        String code = made.at("/code").asString();
        JsonNode reply = answer(
                desk, code, Map.of("type", "reply", "text", "Hi", "cc", List.of("čĊRCPTĠTO:ļvictimŀb.cľ@example.org")));

        JsonNode report = until(desk, code, reply, "not_delivered").at("/delivery/report");

        assertThat(report.valueStream().map(line -> line.at("/state").asString()))
                .containsExactlyInAnyOrder("sent", "not_delivered");
    }

    @Test
    void each_recipient_has_its_own_outcome_and_only_the_busy_one_is_tried_again() {
        PostRoom.Desk other = postRoom.desk();
        sendBy(other, picky.url());
        String code = code(other.hand(mail(World.OMAR, other.support, "Three of you", "three1@x", "", "x")));

        JsonNode reply = answer(
                other,
                code,
                Map.of("type", "reply", "text", "To all", "cc", List.of("gone@example.net", "busy@example.net")));

        JsonNode told = until(other, code, reply, "not_delivered");
        Map<String, String> states = new HashMap<>();
        told.at("/delivery/report")
                .forEach(one -> states.put(
                        one.at("/recipient").asString(), one.at("/state").asString()));
        assertThat(states)
                .containsEntry(World.OMAR, "sent")
                .containsEntry("gone@example.net", "not_delivered")
                .containsEntry("busy@example.net", "delayed");
        assertThat(told.at("/delivery/report").toString())
                .contains("no such user")
                .contains("mailbox busy");
        assertThat(other.olga
                        .get("/api/v1/outbox?state=delayed")
                        .mustBe(200)
                        .body()
                        .at("/items"))
                .hasSize(1);

        picky.relax();
        long before = picky.arrived().stream()
                .filter(one -> one.to().contains(World.OMAR))
                .count();
        other.olga.put("/api/v1/outgoing-server", Map.of("url", picky.url())).mustBe(200);
        eventually(() -> picky.arrived().stream().anyMatch(one -> one.to().equals(List.of("busy@example.net"))));
        assertThat(picky.arrived().stream()
                        .filter(one -> one.to().contains(World.OMAR))
                        .count())
                .isEqualTo(before);
    }

    @Test
    void without_a_server_an_answer_waits_and_goes_out_when_there_is_one() {
        PostRoom.Desk other = postRoom.desk();
        String code = code(other.hand(mail(World.OMAR, other.support, "Nobody carries", "none1@x", "", "x")));
        JsonNode reply = answer(other, code, Map.of("type", "reply", "text", "Soon"));

        JsonNode waits = until(other, code, reply, "delayed");
        assertThat(waits.at("/delivery/report/0/text").asString()).isEqualTo("no outgoing server is set up");

        sendBy(other, picky.url());
        until(other, code, reply, "sent");
    }

    @Test
    void a_dead_server_holds_up_only_its_own_mail() throws Exception {
        PostRoom.Desk dead = postRoom.desk();
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        sendBy(dead, "smtp://localhost:" + nobody);
        String code = code(dead.hand(mail(World.OMAR, dead.support, "Dead end", "dead1@x", "", "x")));
        JsonNode stuck = answer(dead, code, Map.of("type", "reply", "text", "Stuck"));

        assertThat(until(dead, code, stuck, "delayed")
                        .at("/delivery/report/0/text")
                        .asString())
                .containsIgnoringCase("connect");
        String live = code(desk.hand(mail(World.OMAR, desk.support, "Lively", "dead2@x", "", "x")));
        until(desk, live, answer(desk, live, Map.of("type", "reply", "text", "Through")), "sent");
    }

    @Test
    void without_a_mailbox_or_an_address_an_answer_says_why_it_was_not_sent() {
        PostRoom.Desk bare = postRoom.desk();
        String nobody = code(bare.hand("Subject: Nobody\n\nx"));
        assertThat(until(bare, nobody, answer(bare, nobody, Map.of("type", "reply", "text", "?")), "not_delivered")
                        .at("/delivery/report/0/text")
                        .asString())
                .isEqualTo("the customer has no e-mail address");

        String code = code(bare.hand(mail(World.OMAR, bare.support, "Homeless", "home1@x", "", "x")));
        bare.olga.delete("/api/v1/mailboxes/" + bare.mailbox).mustBe(204);
        assertThat(until(bare, code, answer(bare, code, Map.of("type", "reply", "text", "?")), "not_delivered")
                        .at("/delivery/report/0/text")
                        .asString())
                .isEqualTo("no mailbox is set up");
    }

    @Test
    void a_demonstration_workspace_sends_nothing() {
        PostRoom.Desk demo = postRoom.desk();
        sendBy(demo, picky.url());
        PostRoom.owner()
                .sql("update workspace set demo = true where id = ?")
                .param(demo.world.workspace())
                .update();
        String code = code(demo.hand(mail(World.OMAR, demo.support, "Only a show", "demo1@x", "", "x")));

        JsonNode reply = answer(demo, code, Map.of("type", "reply", "text", "As if"));

        assertThat(until(demo, code, reply, "not_delivered")
                        .at("/delivery/report/0/text")
                        .asString())
                .isEqualTo("a demonstration workspace sends no mail");
        assertThat(picky.arrived()).noneMatch(one -> one.raw().contains("Only a show"));
    }

    @Test
    void a_scheduled_answer_is_not_sent_before_its_time() {
        String code = code(desk.hand(mail(World.OMAR, desk.support, "Not yet", "later1@x", "", "x")));

        JsonNode reply = answer(
                desk,
                code,
                Map.of(
                        "type", "reply",
                        "text", "Tomorrow",
                        "send_at", Instant.now().plusSeconds(86_400).toString()));

        assertThat(claimed(desk)).isEmpty();
        assertThat(reply.at("/delivery/state").asString()).isEqualTo("scheduled");
    }

    @Test
    void two_dispatchers_never_hold_the_same_answer_and_a_dead_ones_come_back_under_the_same_name() throws Exception {
        PostRoom.Desk quiet = postRoom.desk();
        UUID workspace = quiet.world.workspace();
        String code = code(quiet.hand(mail(World.OMAR, quiet.support, "Race", "race1@x", "", "x")));
        for (int i = 0; i < 12; i++) {
            answer(quiet, code, Map.of("type", "reply", "text", "Number " + i));
        }
        // Suspended, so that the dispatcher of the running application leaves them alone.
        PostRoom.owner()
                .sql("update workspace set suspended_at = now() where id = ?")
                .param(workspace)
                .update();
        PostRoom.owner()
                .sql("update outbound_mail set state = 1, claimed_until = null, next_try_at = now() - interval '1 s'"
                        + " where workspace_id = ?")
                .param(workspace)
                .update();

        CyclicBarrier start = new CyclicBarrier(2);
        List<OutboundMail> all = new ArrayList<>();
        Runnable dispatcher = () -> {
            try {
                start.await();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            List<OutboundMail> mine = claimed(quiet);
            synchronized (all) {
                all.addAll(mine);
            }
        };
        Thread one = Thread.ofVirtual().start(dispatcher);
        Thread two = Thread.ofVirtual().start(dispatcher);
        one.join();
        two.join();
        assertThat(all.stream().map(OutboundMail::id)).doesNotHaveDuplicates().hasSizeBetween(10, 12);
        assertThat(claimed(quiet)).hasSize(12 - all.size());

        // Both die before they tell how it went: the lease runs out and the same mails are handed out again.
        PostRoom.owner()
                .sql("update outbound_mail set claimed_until = now() - interval '1 s' where workspace_id = ?")
                .param(workspace)
                .update();
        assertThat(claimed(quiet).stream().map(OutboundMail::rfcMessageId))
                .isSubsetOf(all.stream().map(OutboundMail::rfcMessageId).toList());
    }

    @Test
    void a_bounce_of_our_answer_is_shown_beside_it_and_opens_no_ticket() throws Exception {
        String code = code(desk.hand(mail(World.OMAR, desk.support, "Will bounce", "b1@x", "", "x")));
        JsonNode reply = answer(desk, code, Map.of("type", "reply", "text", "Hello"));
        until(desk, code, reply, "sent");
        MimeMessage got = received("Will bounce");
        int before = desk.tickets();

        JsonNode filed = desk.hand("""
                From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <dsn-b1@mx>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                It could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; omar@example.org
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 mailbox is gone
                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                --b--
                """.formatted(desk.support, got.getMessageID()));

        assertThat(filed.at("/kind").asString()).isEqualTo("bounce");
        assertThat(code(filed)).isEqualTo(code);
        assertThat(filed.at("/message").asString()).isEqualTo(reply.at("/id").asString());
        JsonNode told = until(desk, code, reply, "not_delivered");
        assertThat(told.at("/delivery/report/0/text").asString()).contains("mailbox is gone");
        assertThat(desk.tickets()).isEqualTo(before);
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("answered");
    }

    @Test
    void a_bounce_without_a_message_id_is_known_by_the_envelope() {
        PostRoom.Desk other = postRoom.desk();
        sendBy(other, picky.url());
        String code = code(other.hand(mail(World.OMAR, other.support, "Bounced blind", "e1@x", "", "x")));
        JsonNode reply = answer(other, code, Map.of("type", "reply", "text", "Hello"));
        until(other, code, reply, "sent");
        String envelope = picky.arrived().stream()
                .filter(one -> one.raw().contains("Bounced blind"))
                .findFirst()
                .orElseThrow()
                .from();

        other.mail(
                "",
                envelope,
                mail(
                        "postmaster@mx.example.org",
                        envelope,
                        "Delivery failure",
                        "e2@mx",
                        "",
                        "User unknown: omar@example.org"));
        other.untilAllFiled();

        until(other, code, reply, "not_delivered");
    }

    @Test
    void the_password_of_a_server_goes_in_and_never_comes_out() {
        PostRoom.Desk other = postRoom.desk();
        Map<String, Object> words = Map.of(
                "url", "smtp://mail.example.net:587", "user", "desk", "password", "s3cret-word", "tls", "required");
        String shown =
                other.olga.put("/api/v1/outgoing-server", words).mustBe(200).string();
        shown += other.olga.get("/api/v1/outgoing-server").mustBe(200).string();

        assertThat(shown)
                .contains("smtp://mail.example.net:587")
                .contains("required")
                .contains("workspace");
        assertThat(shown).doesNotContain("s3cret");
        assertThat(PostRoom.owner()
                        .sql("select encode(encrypted_password, 'escape') from outgoing_server where workspace_id = ?")
                        .param(other.world.workspace())
                        .query(String.class)
                        .single())
                .doesNotContain("s3cret");
        other.olga
                .put("/api/v1/outgoing-server", Map.of("url", "http://example.net"))
                .mustRefuse(422, "invalid")
                .mustName("/url");
        other.world.anna().get("/api/v1/outgoing-server").mustRefuse(403, "permission-missing");
    }

    @Test
    void a_trial_tells_what_the_server_says() {
        PostRoom.Desk other = postRoom.desk();
        other.olga
                .post("/api/v1/outgoing-server/test", Map.of("to", World.OMAR))
                .mustRefuse(409, "no-outgoing-server");
        sendBy(other, picky.url());

        assertThat(other.olga
                        .post("/api/v1/outgoing-server/test", Map.of("to", World.OMAR))
                        .mustBe(200)
                        .text("/text"))
                .startsWith("250");
        assertThat(other.olga
                        .post("/api/v1/outgoing-server/test", Map.of("to", "gone@example.net"))
                        .mustRefuse(409, "outgoing-server-refused")
                        .string())
                .contains("no such user");
    }

    private List<OutboundMail> claimed(PostRoom.Desk of) {
        UUID workspace = of.world.workspace();
        return Workspaces.call(workspace, () -> outbox.claim(Actor.system(workspace)));
    }

    private static void sendBy(PostRoom.Desk desk, String url) {
        desk.olga.put("/api/v1/outgoing-server", Map.of("url", url)).mustBe(200);
    }

    private static String code(JsonNode intake) {
        return intake.at("/ticket").asString();
    }

    private static JsonNode answer(PostRoom.Desk desk, String code, Map<String, Object> words) {
        return desk.olga
                .post("/api/v1/tickets/" + code + "/messages", words)
                .mustBe(201)
                .body();
    }

    private String upload(String name, String type, byte[] bytes) {
        return desk.olga
                .with(
                        "X-Filename",
                        java.net.URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .send("POST", "/api/v1/attachments", bytes, type)
                .mustBe(201)
                .text("/id");
    }

    /** The answer once it is in that state. */
    private static JsonNode until(PostRoom.Desk desk, String code, JsonNode reply, String state) {
        long until = System.nanoTime() + WITHIN_NANOS;
        while (true) {
            for (JsonNode message : desk.thread(code)) {
                if (message.at("/id").equals(reply.at("/id"))) {
                    if (message.at("/delivery/state").asString().equals(state)) {
                        return message;
                    }
                    assertThat(System.nanoTime())
                            .as("%s", message.at("/delivery"))
                            .isLessThan(until);
                }
            }
            PostRoom.pause();
        }
    }

    private MimeMessage received(String subject) throws Exception {
        long until = System.nanoTime() + WITHIN_NANOS;
        while (true) {
            for (MimeMessage mail : customersServer.getReceivedMessages()) {
                if (mail.getSubject().contains(subject)) {
                    return mail;
                }
            }
            assertThat(System.nanoTime()).as("no mail about %s", subject).isLessThan(until);
            PostRoom.pause();
        }
    }

    private static void eventually(java.util.function.BooleanSupplier happened) {
        long until = System.nanoTime() + WITHIN_NANOS;
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            PostRoom.pause();
        }
    }
}
