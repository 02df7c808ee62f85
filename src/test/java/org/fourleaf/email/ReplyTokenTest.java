package org.fourleaf.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.fourleaf.mailreading.RawHead;
import org.fourleaf.tickets.TicketCode;
import org.junit.jupiter.api.Test;

class ReplyTokenTest {

    private static final byte[] SECRET = "a secret of a mailbox".getBytes(StandardCharsets.UTF_8);
    private static final TicketCode CODE = new TicketCode("BCD-FGHJK-123");
    private static final Mailbox MAILBOX =
            new Mailbox(UUID.randomUUID(), "support@example.com", null, null, SECRET, false, 1);

    @Test
    void a_token_survives_the_way_through_an_address_in_any_case() {
        String address = ReplyToken.of(SECRET, CODE).address(MAILBOX);

        ReplyToken back = ReplyToken.inAddress(address.toUpperCase(Locale.ROOT)).orElseThrow();

        assertThat(address).startsWith("support+bcd-fghjk-123-").endsWith("@example.com");
        assertThat(back.ticket()).isEqualTo(CODE);
        assertThat(back.isSealedBy(SECRET)).isTrue();
        assertThat(back.isSealedBy("another".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void the_seal_of_one_ticket_opens_no_other() {
        String stolen = ReplyToken.of(SECRET, CODE).text().replace("bcd-fghjk-123", "bcd-fghjk-124");

        assertThat(ReplyToken.parse(stolen).orElseThrow().isSealedBy(SECRET)).isFalse();
    }

    @Test
    void the_envelope_tells_the_answer_and_a_message_id_the_ticket() {
        UUID answer = UUID.fromString("01234567-89ab-7cde-8f01-23456789abcd");
        ReplyToken token = ReplyToken.of(SECRET, CODE);

        assertThat(ReplyToken.inAddress(token.forAnswer(answer).address(MAILBOX))
                        .orElseThrow()
                        .answer())
                .isEqualTo("89abcd");
        assertThat(ReplyToken.inMessageId(answer + "." + token.text() + "@example.com"))
                .contains(token);
        assertThat(ReplyToken.inMessageId("someone.elses@example.com")).isEmpty();
        assertThat(ReplyToken.inAddress("support+newsletter@example.com")).isEmpty();
    }

    @Test
    void a_long_address_goes_without_a_token_rather_than_over_the_limit() {
        Mailbox wordy = new Mailbox(
                UUID.randomUUID(), "a-very-long-name-for-a-mailbox-indeed@example.com", null, null, SECRET, false, 1);

        assertThat(ReplyToken.of(SECRET, CODE).address(wordy)).isEqualTo(wordy.address());
    }

    @Test
    void a_fingerprint_sees_the_mail_and_not_its_way() throws IOException {
        String mail = "From: a@x\r\nSubject: s\r\n\r\nReceived: is a word here\r\n";

        assertThat(fingerprint("Received: by b\r\n\tid 1\r\nARC-Seal: i=1\r\n" + mail))
                .isEqualTo(fingerprint(mail))
                .isEqualTo(fingerprint(mail.replace("\r", "")));
        assertThat(fingerprint(mail + "!")).isNotEqualTo(fingerprint(mail));
        assertThat(fingerprint("")).isNotNull();
    }

    @Test
    void a_message_id_is_found_in_the_head_only_and_over_folded_lines() throws IOException {
        assertThat(RawHead.messageId(raw("From: a@x\r\nMessage-ID:\r\n <one@x>\r\n\r\nMessage-ID: <two@x>\r\n")))
                .isEqualTo("one@x");
        assertThat(RawHead.messageId(raw("From: a@x\n\nMessage-ID: <two@x>\n"))).isNull();
    }

    private static byte[] fingerprint(String mail) throws IOException {
        return MailFingerprint.of(raw(mail));
    }

    private static ByteArrayInputStream raw(String mail) {
        return new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8));
    }
}
