package org.fourleaf.mailreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailThreadsTest {

    @Test
    void the_token_is_found_in_any_receiver() throws UnreadableMail {
        String raw = "Delivered-To: reply+Ab3_x-9@desk.example\nTo: Help <help@desk.example>\n\nx";
        try (ReadMail mail = MailReading.read(raw.getBytes(StandardCharsets.UTF_8))) {
            assertThat(MailThreads.replyToken(MailThreads.receivers(mail))).isEqualTo("Ab3_x-9");
        }
        assertThat(MailThreads.replyToken(List.of("help@desk.example", "REPLY+t@desk.example")))
                .isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help@desk.example",
                "reply+@desk.example",
                "reply+a b@desk.example",
                "noreply+abc@desk.example",
                "reply+abc"
            })
    void other_addresses_have_no_token(String address) {
        assertThat(MailThreads.replyToken(address)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Re: Lamp [ABC-DEFGH-123] | ABC-DEFGH-123",
                "re: abc-defgh-123 lamp | ABC-DEFGH-123",
                "AW: A1B-2C3D4-000: Lampe | A1B-2C3D4-000",
                "XABC-DEFGH-123 | ",
                "ABC-DEFGH-1234 | ",
                "ABC-DEFGH-123-4 | ",
                "Lamp 123-45678-9 | ",
            })
    void a_ticket_code_is_found_in_a_subject_but_not_in_longer_words(String subject, String code) {
        assertThat(MailThreads.ticketCodes(subject)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void ancestors_begin_with_what_is_answered() throws UnreadableMail {
        String raw = "In-Reply-To: <c@x>\nReferences: <a@x>\n <b@x> <c@x>\n\nx";
        try (ReadMail mail = MailReading.read(raw.getBytes(StandardCharsets.UTF_8))) {
            assertThat(MailThreads.ancestors(mail)).containsExactly("c@x", "b@x", "a@x");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a/b\\c.pdf | c.pdf", ".. | attachment-1.bin", "a\u202Ecod.exe | acod.exe", "'' | attachment-1.bin"
            })
    void a_file_name_is_safe(String claimed, String safe) {
        assertThat(MailNames.file(claimed, "application/octet-stream", 1)).isEqualTo(safe);
        assertThat(MailNames.file("a".repeat(999) + ".pdf", "application/pdf", 1))
                .hasSize(255)
                .endsWith(".pdf");
    }
}
