package org.fourleaf.mailreading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailReadingTest {
    /** Time of the thread, not of the clock: a busy machine must not fail a test. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @Test
    void a_plain_mail_is_read_as_people_would_tell_it() throws UnreadableMail {
        try (ReadMail mail = read("""
                From: =?utf-8?Q?J=C3=B6rg?= <joerg@example.org>
                To: Support <help@example.com>, "Doe, Jane" <jane@example.com>
                Subject: =?utf-8?B?R3LDvMOfZQ==?=
                Date: Fri, 21 Nov 1997 09:55:06 -0600
                Message-ID: <one@example.org>
                References: <a@x> <b@x>

                Hello.
                """)) {
            assertThat(mail.subject()).isEqualTo("Grüße");
            assertThat(mail.from()).containsExactly(new MailAddress("Jörg", "joerg@example.org"));
            assertThat(mail.to())
                    .extracting(MailAddress::address)
                    .containsExactly("help@example.com", "jane@example.com");
            assertThat(mail.date()).isEqualTo("1997-11-21T15:55:06Z");
            assertThat(mail.messageId()).isEqualTo("one@example.org");
            assertThat(mail.references()).containsExactly("a@x", "b@x");
            assertThat(mail.text()).isEqualToIgnoringWhitespace("Hello.");
            assertThat(mail.html()).isNull();
        }
    }

    @Test
    void a_mail_without_anything_is_still_a_mail() throws UnreadableMail {
        try (ReadMail mail = read("")) {
            assertThat(mail.from()).isEmpty();
            assertThat(mail.date()).isNull();
            assertThat(mail.text()).isEmpty();
        }
        try (ReadMail mail = read("Just words,\nno headers at all.\n")) {
            assertThat(mail.text()).contains("Just words,", "no headers at all.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Ačiū už siuntą, windows-1257, windows-1257",
        "Привет как дела у вас, koi8-r, koi8-r",
        "Привет как дела у вас, windows-1251, ''",
        "Привет как дела у вас, windows-1251, no-such-charset",
        "Grüße aus Köln, windows-1252, us-ascii",
        "Grüße aus Köln, utf-8, iso-8859-1",
        "Grüße aus Köln, iso-8859-1, utf-8",
        "こんにちは世界, shift_jis, shift_jis",
        "超過 在世界各地, gbk, gb2312",
        "Καλημέρα κόσμε, iso-8859-7, iso-8859-7",
    })
    void words_are_readable_whatever_charset_is_claimed(String words, String real, String claimed)
            throws UnreadableMail {
        String header = "Content-Type: text/plain" + (claimed.isEmpty() ? "" : "; charset=" + claimed) + "\n\n";
        byte[] body = words.getBytes(Charset.forName(real));
        byte[] raw = (header + new String(body, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        try (ReadMail mail = MailReading.read(raw)) {
            assertThat(mail.text()).isEqualTo(words);
        }
    }

    @Test
    void the_words_are_taken_from_the_html_where_there_is_no_text() throws UnreadableMail {
        try (ReadMail mail =
                read("Content-Type: text/html; charset=utf-8\n\n<p>Hello <b>you</b></p><ul><li>one<li>two</ul>")) {
            assertThat(mail.text()).isEqualTo("Hello you\n\n- one\n- two");
        }
        try (ReadMail mail = read("""
                Content-Type: multipart/alternative; boundary=x

                --x
                Content-Type: text/plain


                --x
                Content-Type: text/html

                <p>Only here</p>
                --x--
                """)) {
            assertThat(mail.text()).isEqualTo("Only here");
        }
    }

    @Test
    void text_around_an_attachment_is_all_shown() throws UnreadableMail, IOException {
        try (ReadMail mail = read("""
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain

                Before.
                --x
                Content-Type: application/pdf; name="../../etc/pass\u202Ewd.pdf"
                Content-Transfer-Encoding: base64

                JVBERi0xLjQ=
                --x
                Content-Type: text/html

                <p>After.</p>
                --x--
                """)) {
            assertThat(mail.text()).contains("Before.", "After.");
            assertThat(mail.html()).contains("Before.", "<p>After.</p>");
            assertThat(mail.attachments()).hasSize(1);
            MailAttachment pdf = mail.attachments().getFirst();
            assertThat(pdf.name()).isEqualTo("passwd.pdf");
            assertThat(pdf.size()).isEqualTo(8);
            try (InputStream in = pdf.content().open()) {
                assertThat(in.readAllBytes())
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("%PDF-1.4");
            }
        }
    }

    @Test
    void a_missing_boundary_is_found() throws UnreadableMail {
        for (String type : new String[] {"multipart/mixed", "multipart/mixed; boundary=wrong"}) {
            try (ReadMail mail = read(
                    "Content-Type: " + type
                            + "\n\n--real\nContent-Type: text/plain\n\nWords.\n--real\nContent-Type: image/png; name=a.png\n\nxx\n--real--\n")) {
                assertThat(mail.text()).isEqualToIgnoringWhitespace("Words.");
                assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("a.png");
            }
        }
    }

    @Test
    void a_forwarded_mail_is_a_file_named_by_its_subject() throws UnreadableMail {
        try (ReadMail mail = read(
                "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nSee.\n--x\nContent-Type: message/rfc822\n\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\n\nInner.\n--x--\n")) {
            assertThat(mail.text()).isEqualToIgnoringWhitespace("See.");
            assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("Grüße.eml");
        }
    }

    @Test
    void a_uuencoded_file_in_the_text_becomes_an_attachment_and_words_that_look_so_do_not() throws UnreadableMail {
        try (ReadMail mail = read("Subject: x\n\nHere:\n\nbegin 644 cat.txt\n#0V%T\n`\nend\n\nBye.\n")) {
            assertThat(mail.attachments())
                    .extracting(MailAttachment::name, MailAttachment::size)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("cat.txt", 3L));
            assertThat(mail.text()).contains("Here:", "Bye.").doesNotContain("#0V%T");
        }
        try (ReadMail mail = read("Subject: x\n\nbegin 644 words\nthis is not a file at all, is it\nend\n")) {
            assertThat(mail.attachments()).isEmpty();
            assertThat(mail.text()).contains("not a file");
        }
    }

    @Test
    void soft_line_breaks_are_joined() throws UnreadableMail {
        try (ReadMail mail =
                read("Content-Type: text/plain; format=flowed\n\nOne long \nline.\n> Quoted \n> too.\n-- \nMe\n")) {
            assertThat(mail.text()).isEqualTo("One long line.\n> Quoted too.\n-- \nMe");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Doe, John <john@example.org> | John Doe | john@example.org",
                "john@example.org (John Doe) | John Doe | john@example.org",
                "\"John \\\"Jo\\\" Doe\" <john@example.org> | x | john@example.org",
                "<john@example.org | x | john@example.org",
                "John Doe <<john@example.org>> | John Doe | john@example.org",
                "john @ example . org | x | john@example.org",
                "<@relay.example:john@example.org> | x | john@example.org",
                "'john@example.org' <john@example.org> | x | john@example.org",
                "=?utf-8?Q?Doe,_John?= <john@example.org> | x | john@example.org",
                "Friends: john@example.org, ann@example.org; | x | john@example.org",
            })
    void an_address_is_found_however_it_is_written(String header, String name, String address) {
        assertThat(MailAddresses.parse(header).getFirst().address()).isEqualTo(address);
        assertThat(name).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 5 Jan 2026 10:15:00 +0200 | 2026-01-05T08:15:00Z",
                "5 Jan 26 10:15 GMT | 2026-01-05T10:15:00Z",
                "Mon Jan 5 10:15:00 2026 | 2026-01-05T10:15:00Z",
                "2026-01-05T10:15:00Z | 2026-01-05T10:15:00Z",
                "Thu, 13 Feb 1969 23:32:54 -0330 (Newfoundland Time) | 1969-02-14T03:02:54Z",
                "Mon, 5 January 2026 10:15:00 EST | 2026-01-05T15:15:00Z",
                "yesterday |",
                "Mon, 45 Jan 2026 10:15:00 +0000 |",
            })
    void a_date_is_read_in_many_forms_or_not_at_all(String header, String instant) {
        assertThat(String.valueOf(MailDates.parse(header))).isEqualTo(instant == null ? "null" : instant);
    }

    @Test
    void a_nesting_bomb_and_a_parts_bomb_are_bounded() throws UnreadableMail {
        StringBuilder deep = new StringBuilder("From: a@b.example\n");
        for (int i = 0; i < 3000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b%d%n%n--b%d%n".formatted(i, i));
        }
        String wide = "Content-Type: multipart/mixed; boundary=x\n\n"
                + "--x\nContent-Type: image/png\n\nxx\n".repeat(100_000);
        long start = CPU.getCurrentThreadCpuTime();
        try (ReadMail one = read(deep.toString());
                ReadMail other = read(wide)) {
            assertThat(one.whole()).isFalse();
            assertThat(other.whole()).isFalse();
            assertThat(other.attachments()).hasSizeLessThanOrEqualTo(2000);
        }
        assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void hostile_headers_take_linear_time() throws UnreadableMail {
        long start = CPU.getCurrentThreadCpuTime();
        for (String piece :
                new String[] {"(", "(a", "\"\\", "=?a ", "<", "<(", "a@b,", " ", "a, ", "=?utf-8?Q?", "a:", "<a@b"}) {
            read("To: " + piece.repeat(250_000 / piece.length()) + "\nReferences: " + piece.repeat(50_000) + "\n\nx")
                    .close();
        }
        assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void a_message_id_folded_a_thousand_times_is_no_reason_to_refuse_a_mail() throws IOException {
        String folded =
                "Subject: x\r\nMessage-ID:" + "\r\n ".repeat(20_000) + "<a@example.org>\r\n\r\nMessage-ID: <b@c>";
        assertThat(RawHead.messageId(new ByteArrayInputStream(folded.getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo("a@example.org");
        String letters = "Message-ID: <" + "m".repeat(60_000) + "@x>\r\n\r\n";
        assertThat(RawHead.messageId(new ByteArrayInputStream(letters.getBytes(StandardCharsets.ISO_8859_1))))
                .startsWith("mmm");
        assertThat(RawHead.messageId(
                        new ByteArrayInputStream("\n\nMessage-ID: <b@c>".getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo("b@c");
    }

    @Test
    void no_bytes_at_all_make_it_fail_in_another_way_than_declared() {
        Random random = new Random(7);
        byte[] sample = """
                From: a@b.example
                Subject: =?utf-8?B?R3LDvMOfZQ==?=
                Content-Type: multipart/mixed; boundary="x"

                --x
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                <p>H=C3=A4</p>
                --x
                Content-Type: application/ms-tnef; name=winmail.dat
                Content-Transfer-Encoding: base64

                eJ8+Ig==
                --x--
                """.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3000; i++) {
            byte[] broken = sample.clone();
            for (int change = 0; change < 1 + i % 20; change++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try (ReadMail mail = MailReading.read(broken)) {
                assertThat(mail.text()).doesNotContain("\0");
            } catch (UnreadableMail e) {
                assertThat(e).hasMessageContaining("could not");
            }
        }
    }

    @Test
    void the_failure_of_the_source_is_not_the_mails() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("disk gone");
            }
        };
        assertThatThrownBy(() -> MailReading.read(failing))
                .isInstanceOf(IOException.class)
                .hasMessage("disk gone");
    }

    @Test
    void a_large_attachment_is_not_held_in_memory() throws UnreadableMail, IOException {
        String head =
                "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n";
        byte[] raw = (head + ("A".repeat(76) + "\n").repeat(100_000) + "--x--\n").getBytes(StandardCharsets.US_ASCII);
        try (ReadMail mail = MailReading.read(new ByteArrayInputStream(raw))) {
            MailAttachment zip = mail.attachments().getFirst();
            assertThat(zip.size()).isEqualTo(5_700_000);
            try (InputStream in = zip.content().open()) {
                assertThat(in.readAllBytes()).hasSize(5_700_000);
            }
        }
    }

    private static ReadMail read(String raw) throws UnreadableMail {
        return MailReading.read(raw.getBytes(StandardCharsets.UTF_8));
    }
}
