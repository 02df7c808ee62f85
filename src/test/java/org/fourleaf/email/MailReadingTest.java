package org.fourleaf.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailReadingTest {

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

    private static ReadMail read(String raw) throws UnreadableMail {
        return MailReading.read(raw.getBytes(StandardCharsets.UTF_8));
    }
}
