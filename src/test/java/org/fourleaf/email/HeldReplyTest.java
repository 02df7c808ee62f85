package org.fourleaf.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourleaf.email.PostRoom.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Answers that wait: to be taken back, to be sent later; and those that go to third parties. */
@InFourleaf
@Import(PostRoom.class)
class HeldReplyTest {

    private static final long WITHIN_NANOS = 20_000_000_000L;

    @Autowired
    PostRoom postRoom;

    GreenMail server;
    PostRoom.Desk desk;
    Api olga;

    @BeforeAll
    void open() {
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        desk = postRoom.desk();
        olga = desk.olga;
        olga.put(
                        "/api/v1/outgoing-server",
                        Map.of("url", "smtp://localhost:" + server.getSmtp().getPort()))
                .mustBe(200);
    }

    @AfterAll
    void close() {
        server.stop();
    }

    @Test
    void an_answer_taken_back_in_time_never_happened_and_is_a_draft_again() {
        String code = code(desk.hand(mail(World.OMAR, desk.support, "Undo me", "undo1@x", "", "x")));
        UUID file = olga.with("X-Filename", "a.txt")
                .send("POST", "/api/v1/attachments", new byte[] {1}, "text/plain")
                .mustBe(201)
                .id("/id");
        JsonNode reply = write(
                code,
                Map.of(
                        "type",
                        "reply",
                        "html",
                        "<p>Too <b>fast</b></p>",
                        "status",
                        "resolved",
                        "attachments",
                        List.of(file),
                        "cc",
                        List.of("copy@example.net"),
                        "undo_seconds",
                        60));
        assertThat(reply.at("/held/undo").asBoolean()).isTrue();
        assertThat(reply.at("/delivery/state").asString()).isEqualTo("scheduled");
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("new");

        olga.delete(path(code, reply)).mustBe(204);

        assertThat(desk.thread(code)).hasSize(1);
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("new");
        Api.Answer draft = olga.get("/api/v1/tickets/" + code + "/draft").mustBe(200);
        assertThat(draft.text("/html")).contains("<b>fast</b>");
        assertThat(draft.text("/cc/0")).isEqualTo("copy@example.net");
        assertThat(draft.text("/attachments/0/name")).isEqualTo("a.txt");
        assertThat(kinds(code)).doesNotContain("message.sent", "ticket.resolved");
        olga.delete(path(code, reply)).mustBe(404);
    }

    @Test
    void an_answer_not_taken_back_is_sent_with_all_that_belongs_to_it_and_then_it_is_too_late() {
        String code = code(desk.hand(mail(World.OMAR, desk.support, "Off it goes", "undo2@x", "", "x")));
        JsonNode reply = write(code, Map.of("type", "reply", "text", "Gone", "status", "resolved", "undo_seconds", 1));
        until(() -> olga.get(path(code, reply)).text("/delivery/state").equals("sent"));
        assertThat(olga.get(path(code, reply)).body().at("/held").isNull()).isTrue();
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("resolved");
        assertThat(kinds(code)).contains("message.sent", "ticket.resolved");
        assertThat(got("Off it goes")).isEqualTo(1);
        olga.delete(path(code, reply)).mustRefuse(409, "already-sent");
        olga.post(path(code, reply) + "/send", Map.of()).mustRefuse(409, "already-sent");
        olga.patch(path(code, reply), Map.of("send_at", in(60))).mustRefuse(409, "already-sent");
    }

    @Test
    void of_taking_back_and_sending_at_once_exactly_one_happens() throws Exception {
        for (int round = 0; round < 5; round++) {
            String subject = "Race " + round;
            String code = code(desk.hand(mail(World.OMAR, desk.support, subject, "race" + round + "@x", "", "x")));
            JsonNode reply = write(code, Map.of("type", "reply", "text", "x", "undo_seconds", 60));
            List<Integer> statuses = Together.call(
                    4,
                    () -> Thread.currentThread().threadId() % 2 == 0
                            ? olga.delete(path(code, reply)).status()
                            : olga.post(path(code, reply) + "/send", Map.of()).status());
            assertThat(statuses.stream().filter(status -> status < 300)).hasSize(1);
            assertThat(statuses).allMatch(status -> status < 300 || status == 404 || status == 409);
            long sent = kinds(code).stream().filter("message.sent"::equals).count();
            assertThat(desk.thread(code)).hasSize(1 + (int) sent);
        }
    }

    @Test
    void a_time_in_the_past_too_far_away_or_for_a_note_is_refused() {
        String code = code(desk.hand(mail(World.OMAR, desk.support, "When", "when1@x", "", "x")));
        refuse(code, Map.of("type", "reply", "text", "x", "send_at", in(-60)), "/send_at");
        refuse(code, Map.of("type", "reply", "text", "x", "send_at", in(400L * 86_400)), "/send_at");
        refuse(code, Map.of("type", "note", "text", "x", "send_at", in(60)), "/send_at");
        refuse(code, Map.of("type", "reply", "text", "x", "undo_seconds", -1), "/undo_seconds");
        refuse(code, Map.of("type", "reply", "text", "x", "undo_seconds", 61), "/undo_seconds");
    }

    @Test
    void a_scheduled_answer_is_sent_at_its_time_once() {
        String code = code(desk.hand(mail(World.OMAR, desk.support, "Later on", "sched1@x", "", "x")));
        JsonNode reply = write(code, Map.of("type", "reply", "text", "It is time", "send_at", in(3_600)));
        assertThat(reply.at("/held/undo").asBoolean()).isFalse();
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("new");
        assertThat(kinds(code)).contains("message.scheduled").doesNotContain("message.sent");
        olga.patch(path(code, reply), Map.of("send_at", in(7_200))).mustBe(200);
        makeDue(reply);
        until(() -> olga.get(path(code, reply)).text("/delivery/state").equals("sent"));
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("answered");
        assertThat(got("Later on")).isEqualTo(1);
        assertThat(kinds(code).stream().filter("message.sent"::equals)).hasSize(1);
    }

    @Test
    void a_scheduled_answer_waits_for_an_agent_when_the_customer_wrote_meanwhile() {
        String code = code(desk.hand(mail(World.OMAR, desk.support, "Patience", "sched2@x", "", "x")));
        JsonNode reply = write(code, Map.of("type", "reply", "text", "Old news", "send_at", in(3_600)));
        desk.hand(mail(World.OMAR, desk.support, "Re: Patience [" + code + "]", "sched3@x", "", "Never mind"));
        makeDue(reply);
        until(() -> !olga.get(path(code, reply)).body().at("/held/stopped").isNull());
        assertThat(olga.get(path(code, reply)).text("/held/stopped")).isEqualTo("customer_wrote");
        assertThat(got("Patience")).isZero();
        olga.post(path(code, reply) + "/send", Map.of()).mustBe(200);
        until(() -> got("Patience") == 1);
    }

    @Test
    void a_scheduled_answer_to_a_ticket_resolved_or_deleted_meanwhile_is_not_sent() {
        for (String status : List.of("resolved", "deleted")) {
            String code = code(desk.hand(mail(World.OMAR, desk.support, "Over " + status, status + "@x", "", "x")));
            JsonNode reply = write(code, Map.of("type", "reply", "text", "x", "send_at", in(3_600)));
            olga.patch("/api/v1/tickets/" + code, Map.of("status", status)).mustBe(200);
            makeDue(reply);
            until(() -> !olga.get(path(code, reply)).body().at("/held/stopped").isNull());
            assertThat(desk.ticket(code).at("/status").asString()).isEqualTo(status);
            assertThat(got("Over " + status)).isZero();
        }
    }

    @Test
    void a_scheduled_answer_goes_out_from_the_ticket_its_own_was_merged_into() {
        String source = code(desk.hand(mail(World.OMAR, desk.support, "Merged away", "m1@x", "", "x")));
        String target = code(desk.hand(mail("rita@example.org", desk.support, "Stays", "m2@x", "", "x")));
        JsonNode reply = write(source, Map.of("type", "reply", "text", "Scheduled", "send_at", in(3_600)));
        olga.put("/api/v1/tickets/" + source + "/merge", Map.of("into", target)).mustBe(200);
        makeDue(reply);
        until(() -> olga.get(path(target, reply)).text("/delivery/state").equals("sent"));
        assertThat(desk.ticket(target).at("/status").asString()).isEqualTo("answered");
        assertThat(desk.ticket(source).at("/status").asString()).isEqualTo("new");
    }

    @Test
    void a_mail_to_a_merged_ticket_goes_to_the_target() {
        String source = code(desk.hand(mail(World.OMAR, desk.support, "Source", "mm1@x", "", "x")));
        String target = code(desk.hand(mail("rita@example.org", desk.support, "Target", "mm2@x", "", "x")));
        JsonNode sent = write(source, Map.of("type", "reply", "text", "Before"));
        until(() -> olga.get(path(source, sent)).text("/delivery/state").equals("sent"));
        MimeMessage got = last("Source");
        olga.put("/api/v1/tickets/" + source + "/merge", Map.of("into", target)).mustBe(200);

        String replyTo = text(() -> got.getReplyTo()[0].toString()).replaceAll(".*<|>.*", "");
        desk.mail(World.OMAR, replyTo, mail(World.OMAR, replyTo, "By token", "mm3@x", "", "1"));
        desk.untilAllFiled();
        assertThat(code(desk.hand(mail(
                        World.OMAR,
                        desk.support,
                        "By reference",
                        "mm4@x",
                        "In-Reply-To: " + text(got::getMessageID) + "\n",
                        "2"))))
                .isEqualTo(target);
        assertThat(code(desk.hand(mail(World.OMAR, desk.support, "By code [" + source + "]", "mm5@x", "", "3"))))
                .isEqualTo(target);
        assertThat(desk.thread(target)).hasSize(6);

        olga.delete("/api/v1/tickets/" + source + "/merge").mustBe(204);
        assertThat(desk.thread(target)).hasSize(4);
        assertThat(code(desk.hand(mail(World.OMAR, desk.support, "By code [" + source + "]", "mm6@x", "", "4"))))
                .isEqualTo(source);
    }

    @Test
    void a_bad_address_is_named_and_nothing_is_sent() {
        String code = code(desk.hand(mail(World.OMAR, desk.support, "Bad copies", "bad1@x", "", "x")));
        for (String field : List.of("to", "cc", "bcc")) {
            refuse(
                    code,
                    Map.of("type", "reply", "text", "x", field, List.of("good@example.net", "not an address")),
                    "/" + field + "/1");
            refuse(code, Map.of("type", "reply", "text", "x", field, List.of("")), "/" + field + "/0");
        }
        assertThat(desk.thread(code)).hasSize(1);
        refuse(code, Map.of("type", "forward", "text", "x"), "/to");
    }

    @Test
    void a_blind_copy_gets_the_mail_and_stands_nowhere_in_it() {
        String code = code(desk.hand(mail(World.OMAR, desk.support, "Blind", "bcc1@x", "", "x")));
        JsonNode reply = write(
                code,
                Map.of(
                        "type",
                        "reply",
                        "text",
                        "x",
                        "to",
                        List.of(World.OMAR, "second@example.net"),
                        "bcc",
                        List.of("boss@example.net")));
        until(() -> olga.get(path(code, reply)).text("/delivery/state").equals("sent"));
        assertThat(got("Blind")).isEqualTo(3);
        assertThat(GreenMailUtil.getWholeMessage(last("Blind")))
                .contains("second@example.net")
                .doesNotContain("boss@example.net");
    }

    @Test
    void what_goes_to_and_comes_from_a_third_party_is_never_sent_to_the_customer() {
        String code = code(desk.hand(mail(World.OMAR, desk.support, "Broken valve", "fwd1@x", "", "The valve leaks.")));
        JsonNode forward =
                write(code, Map.of("type", "forward", "text", "Can you look?", "to", List.of("supplier@example.net")));
        assertThat(forward.at("/aside").asBoolean()).isTrue();
        until(() -> olga.get(path(code, forward)).text("/delivery/state").equals("sent"));
        MimeMessage sent = last("Fwd: Broken valve");
        assertThat(GreenMailUtil.getWholeMessage(sent))
                .contains("Can you look?")
                .contains("Forwarded message")
                .contains("From: ")
                .contains(World.OMAR)
                .contains("The valve leaks.");
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("new");

        JsonNode back = desk.hand(mail(
                "Sam <supplier@example.net>",
                desk.support,
                "Re: valve",
                "fwd2@x",
                "In-Reply-To: " + text(sent::getMessageID) + "\n",
                "Secret price: 5"));
        assertThat(code(back)).isEqualTo(code);
        JsonNode answer = desk.thread(code).get(2);
        assertThat(answer.at("/aside").asBoolean()).isTrue();
        assertThat(answer.at("/author/name").asString()).isEqualTo("Sam");
        assertThat(answer.at("/new_sender").asBoolean()).isFalse();

        JsonNode reply = write(code, Map.of("type", "reply", "text", "We repair it."));
        until(() -> olga.get(path(code, reply)).text("/delivery/state").equals("sent"));
        String toOmar = GreenMailUtil.getWholeMessage(last("Re: Broken valve"));
        assertThat(toOmar)
                .contains("> The valve leaks.")
                .doesNotContain("Secret price", "Can you look", "supplier@example.net", "fwd2@x")
                .doesNotContain(text(sent::getMessageID));

        JsonNode thanks = write(
                code,
                Map.of(
                        "type",
                        "reply",
                        "text",
                        "Thank you, Sam",
                        "in_reply_to",
                        answer.at("/id").asString()));
        assertThat(thanks.at("/aside").asBoolean()).isTrue();
        assertThat(thanks.at("/to/0").asString()).isEqualTo("supplier@example.net");
        until(() -> olga.get(path(code, thanks)).text("/delivery/state").equals("sent"));
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("answered");
        // A colleague of the supplier, whom nobody named, joins in.
        desk.hand(mail(
                "Kim <kim@example.net>",
                desk.support,
                "Re: valve",
                "fwd3@x",
                "In-Reply-To: <fwd2@x>\nReferences: " + text(sent::getMessageID) + " <fwd2@x>\n",
                "Kim here"));
        assertThat(desk.thread(code).get(5).at("/aside").asBoolean()).isTrue();
    }

    @Test
    void a_forward_takes_copies_of_the_tickets_files_along() {
        String code = code(desk.hand(mail(World.OMAR, desk.support, "With file", "file1@x", "", "x")));
        UUID file = olga.with("X-Filename", "plan.txt")
                .send("POST", "/api/v1/attachments", new byte[] {65, 66}, "text/plain")
                .mustBe(201)
                .id("/id");
        write(code, Map.of("type", "note", "text", "plan", "attachments", List.of(file)));
        JsonNode forward =
                write(code, Map.of("type", "forward", "to", List.of("s@example.net"), "attachments", List.of(file)));
        assertThat(forward.at("/attachments/0/name").asString()).isEqualTo("plan.txt");
        assertThat(desk.thread(code).get(1).at("/attachments")).hasSize(1);
        refuse(code, Map.of("type", "reply", "text", "x", "attachments", List.of(file)), "/attachments");
    }

    @Test
    void the_line_above_the_quote_speaks_the_customers_language() {
        String code = code(desk.hand(mail("jonas@example.lt", desk.support, "Kalba", "lt1@x", "", "Labas")));
        String customer = desk.ticket(code).at("/customer/id").asString();
        olga.patch("/api/v1/customers/" + customer, Map.of("language", "lt")).mustBe(200);
        JsonNode reply = write(code, Map.of("type", "reply", "text", "Sveiki"));
        until(() -> olga.get(path(code, reply)).text("/delivery/state").equals("sent"));
        String body = text(() -> String.valueOf(
                ((jakarta.mail.internet.MimeMultipart) last("Kalba").getContent())
                        .getBodyPart(0)
                        .getContent()));
        assertThat(body).contains("rašė:").doesNotContain("wrote:");
    }

    private JsonNode write(String code, Map<String, ?> body) {
        return olga.post("/api/v1/tickets/" + code + "/messages", body)
                .mustBe(201)
                .body();
    }

    private void refuse(String code, Map<String, ?> body, String pointer) {
        olga.post("/api/v1/tickets/" + code + "/messages", body).mustBe(422).mustName(pointer);
    }

    private static String code(JsonNode intake) {
        return intake.at("/ticket").asString();
    }

    private static String path(String code, JsonNode message) {
        return "/api/v1/tickets/" + code + "/messages/" + message.at("/id").asString();
    }

    private List<String> kinds(String code) {
        return olga.get("/api/v1/tickets/" + code + "/history")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(line -> line.at("/kind").asString())
                .toList();
    }

    private static String in(long seconds) {
        return Instant.now().plusSeconds(seconds).toString();
    }

    private static void makeDue(JsonNode message) {
        PostRoom.owner()
                .sql("update held_message set due_at = now() - interval '1 s' where message_id = ?")
                .param(UUID.fromString(message.at("/id").asString()))
                .update();
    }

    private int got(String subject) {
        return (int) Arrays.stream(server.getReceivedMessages())
                .filter(mail -> text(mail::getSubject).contains(subject))
                .count();
    }

    private MimeMessage last(String subject) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> text(mail::getSubject).contains(subject))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + WITHIN_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            PostRoom.pause();
        }
    }

    /** A mail's part, whose reading may fail. */
    private interface Part {
        String read() throws Exception;
    }

    private static String text(Part part) {
        try {
            return String.valueOf(part.read());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
