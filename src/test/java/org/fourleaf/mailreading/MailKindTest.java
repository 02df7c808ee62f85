package org.fourleaf.mailreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailKindTest {
    private static final Set<String> OWN = Set.of("help@fourleaf.example");

    @Test
    void a_mail_from_a_person_is_a_message() throws UnreadableMail {
        assertThat(kind("From: omar@example.org\nSubject: Lamp\n\nBroken.")).isEqualTo(new MailKind.Message(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Precedence: bulk",
                "List-Id: <news.example.org>",
                "Auto-Submitted: auto-generated",
                "X-Auto-Response-Suppress: All",
            })
    void what_a_program_sends_unasked_is_read_but_never_answered_by_one(String header) throws UnreadableMail {
        assertThat(kind("From: shop@example.org\nSubject: Order\n" + header + "\n\nNew order."))
                .isEqualTo(new MailKind.Message(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-replied (vacation)",
                "X-Autoreply: yes",
                "Precedence: auto_reply",
                "Subject: Automatic reply: Lamp",
                "Subject: Out of Office: Lamp",
                "Subject: Automatische Antwort: Lampe",
                "Subject: Réponse automatique : Lampe",
                "Subject: Automatinis atsakymas: Lempa",
                "Subject: 自动回复: 灯",
                "Subject: Автоответ: Лампа",
                "Subject: Automaatvastus: Lamp",
            })
    void an_out_of_office_answer_is_recognised(String header) throws UnreadableMail {
        assertThat(kind("From: omar@example.org\n" + header + "\n\nI am away.")).isEqualTo(new MailKind.AutoReply());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Out of office hours you are hard to reach",
                "Automatic door broken",
                "Re: Abwesenheit am Montag",
                "Auto: Reparatur",
                "Your vacation house",
                "Delivery failure of my lamp",
            })
    void a_subject_that_only_sounds_so_is_a_message(String subject) throws UnreadableMail {
        assertThat(kind("From: omar@example.org\nSubject: " + subject + "\n\nHello."))
                .isEqualTo(new MailKind.Message(false));
    }

    @Test
    void our_own_mail_come_back_is_a_loop() throws UnreadableMail {
        assertThat(kind("From: Help <Help@Fourleaf.example>\nSubject: x\n\nx")).isEqualTo(new MailKind.Loop());
        assertThat(kind("From: list@example.org\nX-Loop: desk-1\nSubject: x\n\nx"))
                .isEqualTo(new MailKind.Loop());
        assertThat(kind("From: list@example.org\nX-Loop: other\nSubject: x\n\nx"))
                .isEqualTo(new MailKind.Message(false));
    }

    @Test
    void a_delivery_report_names_recipient_reason_and_our_mail() throws UnreadableMail {
        assertThat(kind("""
                From: MAILER-DAEMON@mx.example.org
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=x

                --x

                Sorry.
                --x
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; omar@example.org
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no
                 such user

                Final-Recipient: rfc822; ann@example.org
                Action: delayed
                Status: 4.4.1
                --x
                Content-Type: message/rfc822

                From: help@fourleaf.example
                Message-ID: <reply-7@fourleaf.example>

                Our words.
                --x--
                """))
                .isEqualTo(new MailKind.Bounced(java.util.List.of(
                        new Bounce(
                                "omar@example.org",
                                true,
                                "5.1.1",
                                "smtp; 550 5.1.1 no such user",
                                "reply-7@fourleaf.example"),
                        new Bounce("ann@example.org", false, "4.4.1", "delayed", "reply-7@fourleaf.example"))));
    }

    @Test
    void a_bounce_in_prose_is_read_too() throws UnreadableMail {
        MailKind kind = kind("""
                From: MAILER-DAEMON@mail.example.net
                Return-Path: <>
                Subject: failure notice

                Hi. This is the qmail-send program at mail.example.net.
                I'm afraid I wasn't able to deliver your message to the following addresses.
                This is a permanent error; I've given up. Sorry it didn't work out.

                <omar@example.org>:
                Sorry, no mailbox here by that name. (#5.1.1)

                --- Below this line is a copy of the message.

                Message-ID: <reply-8@fourleaf.example>
                From: help@fourleaf.example
                """);
        assertThat(kind).isInstanceOf(MailKind.Bounced.class);
        Bounce bounce = ((MailKind.Bounced) kind).bounces().getFirst();
        assertThat(bounce.recipient()).isEqualTo("omar@example.org");
        assertThat(bounce.hard()).isTrue();
        assertThat(bounce.status()).isEqualTo("5.1.1");
        assertThat(bounce.originalMessageId()).isEqualTo("reply-8@fourleaf.example");
    }

    @Test
    void a_delay_warning_is_not_hard_and_a_receipt_is_an_answer() throws UnreadableMail {
        MailKind warning = kind(
                "From: postmaster@example.org\nSubject: Warning: could not send message for past 4 hours\n\nomar@example.org: still trying, you do not need to resend.");
        assertThat(((MailKind.Bounced) warning).bounces().getFirst().hard()).isFalse();
        MailKind receipt = kind(
                "From: omar@example.org\nSubject: Read: Lamp\nContent-Type: multipart/report; report-type=disposition-notification; boundary=x\n\n--x\n\nRead.\n--x\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; omar@example.org\nDisposition: manual-action/MDN-sent-manually; displayed\n--x--\n");
        assertThat(receipt).isEqualTo(new MailKind.AutoReply());
    }

    private static MailKind kind(String raw) throws UnreadableMail {
        try (ReadMail mail = MailReading.read(raw.getBytes(StandardCharsets.UTF_8))) {
            return MailKind.of(mail, OWN, "desk-1");
        }
    }
}
