package org.fourleaf.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingServerTest {

    @Test
    void a_url_says_all_there_is_to_say() {
        OutgoingServer server = OutgoingServer.parse(
                        "smtp://anna%40example.com:p%2Bw%3A+x@mail.example.com:2587?tls=required")
                .orElseThrow();

        assertThat(server.host()).isEqualTo("mail.example.com");
        assertThat(server.port()).isEqualTo(2587);
        assertThat(server.user()).isEqualTo("anna@example.com");
        assertThat(server.password()).isEqualTo("p+w:+x");
        assertThat(server.tls()).isEqualTo(OutgoingServer.Tls.REQUIRED);
        assertThat(server.url()).isEqualTo("smtp://mail.example.com:2587");
        assertThat(server.toString()).doesNotContain("p+w");
    }

    @Test
    void ports_are_those_for_submission_when_none_is_given() {
        assertThat(OutgoingServer.parse("smtp://mail.example.com").orElseThrow().port())
                .isEqualTo(587);
        OutgoingServer secure = OutgoingServer.parse("smtps://[::1]/").orElseThrow();
        assertThat(secure.port()).isEqualTo(465);
        assertThat(secure.implicitTls()).isTrue();
        assertThat(secure.url()).isEqualTo("smtps://[::1]:465");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail.example.com",
                "http://mail.example.com",
                "smtp://",
                "smtp://mail.example.com:99999",
                "smtp://mail.example.com/path",
                "smtp://mail.example.com?tls=perhaps",
                "smtp://mail.example.com?x=y",
                "smtp://a b"
            })
    void what_is_no_mail_server_is_not_taken_for_one(String url) {
        assertThat(OutgoingServer.parse(url)).isEmpty();
    }
}
