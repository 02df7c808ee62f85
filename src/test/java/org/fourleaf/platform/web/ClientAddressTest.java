package org.fourleaf.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {

    private final ClientAddress addresses = new ClientAddress(List.of("127.0.0.0/8", "::1", "10.0.0.0/8"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    203.0.113.7     |                            | 203.0.113.7
                    203.0.113.7     | 198.51.100.1               | 203.0.113.7
                    127.0.0.1       | 198.51.100.1               | 198.51.100.1
                    127.0.0.1       | 1.2.3.4, 198.51.100.1      | 198.51.100.1
                    127.0.0.1       | 198.51.100.1, 10.0.0.7     | 198.51.100.1
                    [0:0:0:0:0:0:0:1] | 2001:db8::1              | 2001:db8::1
                    127.0.0.1       | localhost                  | 127.0.0.1
                    127.0.0.1       | 1.2.3.4, not an address    | 127.0.0.1
                    """)
    void only_a_trusted_proxy_is_believed_about_its_client(String remote, String forwarded, String client) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        assertThat(addresses.of(request)).isEqualTo(client);
    }

    @Test
    void networks_are_addresses_with_a_length_and_never_names() {
        assertThat(List.of("10.1.0.0/16", "192.0.2.1", "2001:db8::/32")).allMatch(ClientAddress::isNetwork);
        assertThat(List.of("example.org", "10.1.0.0/99", "/8", "", "example.org/8"))
                .noneMatch(ClientAddress::isNetwork);
        assertThat(ClientAddress.isIn(List.of("10.1.0.0/16"), "10.1.2.3")).isTrue();
        assertThat(ClientAddress.isIn(List.of("10.1.0.0/16"), "10.2.2.3")).isFalse();
    }
}
