package org.fourleaf.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "omar@example.org, omar@example.org",
        "info@ąžuolas.example, info@xn--uolas-2wa16f.example",
        "x@[127.0.0.1], x@[127.0.0.1]"
    })
    void a_domain_goes_out_in_ascii(String address, String sent) {
        assertThat(SmtpAddress.of(address)).contains(sent);
    }

    /** Cut to their lowest bytes, č and Ċ are a line break, Ġ a space, ļ and ľ angle brackets and ŀ an at sign. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "žmogus@example.org",
                "a>čĊRCPTĠTO:ļvictimŀexample.netľčĊ@example.org",
                "a@b>\r\nRCPT TO:<victim@example.net",
                "a b@example.org",
                "a<b@example.org",
                "@example.org",
                "nobody",
                ""
            })
    void what_would_become_another_command_or_address_is_not_sent_to(String address) {
        assertThat(SmtpAddress.of(address)).isEmpty();
    }
}
