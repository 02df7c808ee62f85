package org.fourleaf.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class RateLimitTest {

    /** What is refilled while the test runs may let a few more in. */
    private static final int TRIES_MAX = 20_000;

    private final RateLimit limit =
            new RateLimit(new ClientAddress(List.of("127.0.0.1")), new Problems(JsonMapper.shared()), 100);

    @Test
    void one_who_asks_too_much_waits_and_others_do_not() throws ServletException, IOException {
        int asked = 0;
        MockHttpServletResponse answer = ask("203.0.113.200");
        while (answer.getStatus() == 200 && asked < TRIES_MAX) {
            asked++;
            answer = ask("203.0.113.200");
        }
        assertThat(asked).isGreaterThanOrEqualTo(1_000);
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.getHeader("RateLimit")).isEqualTo("\"default\";r=0;t=10");
        assertThat(answer.getContentAsString()).contains("/problems/too-many-requests");

        assertThat(ask("203.0.113.201").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse ask(String address) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/setup");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
