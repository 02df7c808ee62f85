package org.fourleaf.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourleaf.email.PostRoom.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@InFourleaf
@Import(PostRoom.class)
class MailFilingTest {

    @Autowired
    PostRoom postRoom;

    PostRoom.Desk desk;

    @BeforeAll
    void open() {
        desk = postRoom.desk();
    }

    @Test
    void an_uploaded_mail_takes_the_same_path_and_tells_why_it_went_where() {
        JsonNode filed = desk.hand(mail(World.OMAR, desk.support, "By upload", "u1@x", "", "Hello"));

        assertThat(filed.at("/state").asString()).isEqualTo("done");
        assertThat(filed.at("/kind").asString()).isEqualTo("message");
        assertThat(filed.at("/decisions").toString()).contains("no token, no known reference, no code");
        String code = filed.at("/ticket").asString();
        assertThat(desk.thread(code).get(0).at("/id").asString())
                .isEqualTo(filed.at("/message").asString());
    }

    @Test
    void an_answer_lands_in_the_ticket_of_the_mail_it_answers_even_when_both_wait_in_the_queue() {
        desk.mail(World.OMAR, desk.support, mail(World.OMAR, desk.support, "Thread one", "t1@x", "", "First"));
        JsonNode filed = desk.hand(
                mail(World.OMAR, desk.support, "Re: Thread one", "t2@x", "References: <t0@x> <t1@x>\n", "Second"));

        JsonNode thread = desk.thread(filed.at("/ticket").asString());
        assertThat(thread).hasSize(2);
        assertThat(thread.get(1).at("/text").asString()).isEqualToIgnoringWhitespace("Second");
    }

    @Test
    void the_same_mail_twice_is_one_message_whatever_the_servers_wrote_on_it() {
        String mail = mail(World.OMAR, desk.support, "Twice", "twice@x", "", "Once only");
        JsonNode first = desk.hand("Received: from a by b\n" + mail);
        JsonNode second = desk.hand("Received: from c by d\nDKIM-Signature: v=1;\n  b=abc\n" + mail);

        assertThat(second.at("/kind").asString()).isEqualTo("duplicate");
        assertThat(second.at("/ticket").asString())
                .isEqualTo(first.at("/ticket").asString());
        assertThat(desk.thread(first.at("/ticket").asString())).hasSize(1);
    }

    @Test
    void one_mail_to_two_mailboxes_is_one_ticket_in_the_first_with_a_note_naming_the_other() {
        PostRoom.Desk two = postRoom.desk();
        String sales = "sales@" + two.domain;
        two.olga.post("/api/v1/mailboxes", Map.of("address", sales)).mustBe(201);

        two.mail(
                World.OMAR,
                two.support + ", " + sales,
                mail(World.OMAR, two.support + ", " + sales, "To both", "both@x", "", "Hello both"));
        two.untilAllFiled();

        assertThat(two.tickets()).isEqualTo(1);
        JsonNode thread = two.thread(two.ticketAbout("To both").at("/code").asString());
        assertThat(thread).hasSize(2);
        assertThat(thread.get(1).at("/type").asString()).isEqualTo("note");
        assertThat(thread.get(1).at("/text").asString()).contains(sales);
    }

    @Test
    void a_code_in_the_subject_is_believed_from_one_who_takes_part_and_makes_a_stranger_a_linked_ticket() {
        String code = desk.hand(
                        mail(World.OMAR, desk.support + ", colleague@example.org", "Coded", "code1@x", "", "Mine"))
                .at("/ticket")
                .asString();

        JsonNode colleague =
                desk.hand(mail("colleague@example.org", desk.support, "About " + code, "code2@x", "", "Me too"));
        JsonNode stranger =
                desk.hand(mail("mallory@example.net", desk.support, "Re: [" + code + "]", "code3@x", "", "Let me in"));

        assertThat(colleague.at("/ticket").asString()).isEqualTo(code);
        assertThat(stranger.at("/ticket").asString()).isNotEqualTo(code);
        assertThat(stranger.at("/decisions").toString()).contains("takes no part");
        assertThat(desk.thread(code)).hasSize(2);
    }

    @Test
    void a_stranger_who_answers_a_mail_of_the_ticket_comes_in_marked_as_new() {
        String code = desk.hand(mail(World.OMAR, desk.support, "Forwarded on", "n1@x", "", "Mine"))
                .at("/ticket")
                .asString();

        desk.hand(
                mail("Nina <nina@example.net>", desk.support, "AW: x", "n2@x", "In-Reply-To: <n1@x>\n", "I know more"));

        JsonNode message = desk.thread(code).get(1);
        assertThat(message.at("/new_sender").asBoolean()).isTrue();
        assertThat(message.at("/author/email").asString()).isEqualTo("nina@example.net");
    }

    @Test
    void a_customers_word_opens_an_answered_ticket_and_an_automatic_one_does_not() {
        String code = desk.hand(mail(World.OMAR, desk.support, "Away", "away1@x", "", "Please"))
                .at("/ticket")
                .asString();
        desk.olga.patch("/api/v1/tickets/" + code, Map.of("status", "resolved")).mustBe(200);

        JsonNode away = desk.hand(mail(
                World.OMAR,
                desk.support,
                "Automatic reply: Away",
                "away2@x",
                "In-Reply-To: <away1@x>\nAuto-Submitted: auto-replied\n",
                "On the beach"));
        assertThat(away.at("/kind").asString()).isEqualTo("auto_reply");
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("resolved");
        assertThat(desk.thread(code)).hasSize(2);

        desk.hand(mail(World.OMAR, desk.support, "Re: Away", "away3@x", "In-Reply-To: <away1@x>\n", "Back again"));
        assertThat(desk.ticket(code).at("/status").asString()).isEqualTo("open");
    }

    @Test
    void after_the_reopen_window_a_reply_makes_a_new_linked_ticket() {
        PostRoom.Desk strict = postRoom.desk();
        String code = strict.hand(mail(World.OMAR, strict.support, "Long ago", "old1@x", "", "Done?"))
                .at("/ticket")
                .asString();
        String department = strict.ticket(code).at("/department/id").asString();
        strict.olga
                .patch("/api/v1/departments/" + department, Map.of("reopen_days", 0))
                .mustBe(200);
        strict.olga
                .patch("/api/v1/tickets/" + code, Map.of("status", "resolved"))
                .mustBe(200);

        JsonNode late = strict.hand(
                mail(World.OMAR, strict.support, "Re: Long ago", "old2@x", "In-Reply-To: <old1@x>\n", "Hm"));

        assertThat(late.at("/ticket").asString()).isNotEqualTo(code);
        assertThat(late.at("/decisions").toString()).contains("too long ago");
        assertThat(strict.ticket(code).at("/status").asString()).isEqualTo("resolved");
    }

    @Test
    void our_own_mail_come_back_makes_no_ticket() {
        JsonNode marked = desk.hand(mail(
                "list@example.net",
                desk.support,
                "Echo",
                "loop1@x",
                "X-Loop: fourleaf-" + desk.world.workspace() + "\n",
                "Echo"));
        JsonNode own = desk.hand(mail(desk.support, desk.support, "Echo", "loop2@x", "", "Echo"));

        assertThat(List.of(marked.at("/kind").asString(), own.at("/kind").asString()))
                .containsOnly("loop");
        assertThat(marked.at("/ticket").isNull()).isTrue();
    }

    @Test
    void files_and_pictures_come_along_and_the_html_shows_only_what_is_safe() {
        JsonNode filed = desk.hand("""
                From: Omar <omar@example.org>
                To: %s
                Subject: With files
                Message-ID: <files@x>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/related; boundary=inner

                --inner
                Content-Type: text/html; charset=utf-8

                <p>Look: <img src="cid:pic@x"><img src="https://tracker.example.net/p.gif"></p><script>alert(1)</script>
                --inner
                Content-Type: image/png; name=pic.png
                Content-ID: <pic@x>
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --inner--
                --outer
                Content-Type: text/plain; name="../../notes.txt"
                Content-Disposition: attachment; filename="../../notes.txt"

                My notes
                --outer--
                """.formatted(desk.support));

        JsonNode message = desk.thread(filed.at("/ticket").asString()).get(0);
        String html = message.at("/html").asString();
        assertThat(html)
                .contains("/api/v1/attachments/")
                .contains("data-remote-src")
                .doesNotContain("script");
        assertThat(message.at("/has_remote_content").asBoolean()).isTrue();
        assertThat(message.at("/attachments")).hasSize(2);
        JsonNode notes = message.at("/attachments")
                .valueStream()
                .filter(file -> !file.at("/inline").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(notes.at("/name").asString()).isEqualTo("notes.txt");
        assertThat(desk.olga.get(notes.at("/url").asString()).mustBe(200).string())
                .startsWith("My notes");
    }

    @Test
    void a_mail_without_a_sender_is_still_a_ticket() {
        JsonNode filed = desk.hand("Subject: Nobody wrote this\n\nBoo");

        assertThat(desk.ticket(filed.at("/ticket").asString())
                        .at("/customer/email")
                        .asString())
                .isEqualTo("unknown@" + desk.domain + ".invalid");
    }

    @Test
    void an_empty_mail_and_one_of_mere_rubbish_are_tickets_too() {
        byte[] rubbish = new byte[3000];
        new java.util.Random(7).nextBytes(rubbish);
        UUID id = desk.olga
                .send("POST", "/api/v1/mailboxes/" + desk.mailbox + "/mails", rubbish, "message/rfc822")
                .mustBe(202)
                .id("/id");

        assertThat(desk.filed(id).at("/ticket").isNull()).isFalse();
        assertThat(desk.olga.get("/api/v1/mails/" + id + "/raw").mustBe(200).bytes())
                .isEqualTo(rubbish);
        assertThat(desk.hand("\n").at("/ticket").isNull()).isFalse();
    }

    @Test
    void a_bounce_of_mail_that_is_not_ours_opens_no_ticket() {
        JsonNode filed = desk.hand("""
                From: MAILER-DAEMON@mx.example.net
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <dsn1@x>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                It could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net

                Final-Recipient: rfc822; gone@example.net
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user
                --b--
                """.formatted(desk.support));

        assertThat(filed.at("/kind").asString()).isEqualTo("bounce");
        assertThat(filed.at("/ticket").isNull()).isTrue();
        assertThat(filed.at("/bounce/recipient").asString()).isEqualTo("gone@example.net");
        assertThat(filed.at("/bounce/hard").asBoolean()).isTrue();
        assertThat(filed.at("/bounce/status").asString()).isEqualTo("5.1.1");
    }

    @Test
    void whoever_may_not_see_the_ticket_does_not_see_its_mail() {
        PostRoom.Desk closed = postRoom.desk();
        UUID department = closed.world.addDepartment("Secret", List.of());
        closed.olga
                .patch("/api/v1/departments/" + department, Map.of("access", "members"))
                .mustBe(200);
        closed.olga
                .patch("/api/v1/mailboxes/" + closed.mailbox, Map.of("department", "Secret"))
                .mustBe(200);
        String id = closed.hand(mail(World.OMAR, closed.support, "Hush", "s@x", "", "Hush"))
                .at("/id")
                .asString();

        closed.world.anna().get("/api/v1/mails/" + id).mustRefuse(404, "not-found");
        closed.world.anna().get("/api/v1/mails/" + id + "/raw").mustRefuse(404, "not-found");
        closed.world
                .anna()
                .send(
                        "POST",
                        "/api/v1/mailboxes/" + closed.mailbox + "/mails",
                        "x".getBytes(StandardCharsets.UTF_8),
                        "message/rfc822")
                .mustRefuse(403, "permission-missing");
    }

    @Test
    void a_reply_to_address_of_a_form_is_the_customer_and_a_mailing_lists_is_not() {
        JsonNode form = desk.hand(mail(
                "Website <no-reply@shop.example.net>",
                desk.support,
                "Contact form",
                "form@x",
                "Reply-To: Zoe <zoe@example.org>\n",
                "I want to buy"));
        JsonNode list = desk.hand(mail(
                "Yan <yan@example.org>",
                desk.support,
                "[list] hi",
                "list@x",
                "Reply-To: list@example.net\nList-Id: <list.example.net>\n",
                "hi all"));

        assertThat(desk.ticket(form.at("/ticket").asString())
                        .at("/customer/email")
                        .asString())
                .isEqualTo("zoe@example.org");
        assertThat(desk.ticket(list.at("/ticket").asString())
                        .at("/customer/email")
                        .asString())
                .isEqualTo("yan@example.org");
    }
}
