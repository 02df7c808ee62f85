package org.fourleaf.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.fourleaf.platform.web.InsideAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideCallTest {

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;
    private String base;

    @BeforeEach
    void aServerOfOurOwn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().equals("/away")) {
                exchange.getResponseHeaders().set("Location", "/");
                exchange.sendResponseHeaders(302, -1);
            } else if (exchange.getRequestURI().getPath().equals("/huge")) {
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream out = exchange.getResponseBody()) {
                    byte[] piece = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 100_000; i++) {
                        out.write(piece);
                    }
                } catch (IOException e) {
                    calls.addAndGet(1_000);
                }
            } else {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            }
            exchange.close();
        });
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::1",
                "2002:a00:1::"
            })
    void addresses_of_our_own_networks_are_known_however_they_are_written(String address) throws IOException {
        assertThat(InsideAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "93.184.216.34",
                "172.32.0.1",
                "100.128.0.1",
                "2606:4700:4700::1111",
                "2002:101:101::1"
            })
    void addresses_outside_are_called(String address) throws IOException {
        assertThat(InsideAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "2130706433",
                "0x7f000001",
                "0177.0.0.1",
                "127.1"
            })
    void ssrf_to_this_machine_is_refused(String host) throws IOException {
        try (Closing outside = outside(false, null)) {
            OutsideCall.Answer answer = outside.call.post(
                    "http://" + host + ":" + server.getAddress().getPort() + "/", Map.of(), "{}");
            assertThat(answer.status()).isNull();
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void ssrf_by_a_name_that_means_another_address_the_second_time_is_refused() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        DnsResolver rebinding = resolver(host -> asked.getAndIncrement() == 0
                ? InetAddress.getByName("93.184.216.34")
                : InetAddress.getLoopbackAddress());
        // The first look-up is thrown away, as a check before the call would be.
        rebinding.resolve("rebind.example");
        try (Closing outside = outside(false, rebinding)) {
            OutsideCall.Answer answer = outside.call.post(
                    "http://rebind.example:" + server.getAddress().getPort() + "/", Map.of(), "{}");
            assertThat(answer.status()).isNull();
            assertThat(answer.words()).contains("our own networks");
        }
        assertThat(asked).hasValue(2);
        assertThat(calls).hasValue(0);
    }

    @Test
    void ssrf_by_one_bad_address_among_good_ones_is_refused() throws IOException {
        DnsResolver both = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {
                    InetAddress.getByName("93.184.216.34"), InetAddress.getByName("169.254.169.254")
                };
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        try (Closing outside = outside(false, both)) {
            assertThat(outside.call.post("http://both.example/", Map.of(), "{}").words())
                    .contains("our own networks");
        }
    }

    @Test
    void ssrf_by_redirect_is_refused_since_none_is_followed() throws IOException {
        try (Closing outside = outside(true, null)) {
            assertThat(outside.call.post(base + "/away", Map.of(), "{}").status())
                    .isEqualTo(302);
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void of_a_huge_answer_only_the_beginning_is_fetched() throws IOException {
        try (Closing outside = outside(true, null)) {
            OutsideCall.Answer answer = outside.call.post(base + "/huge", Map.of(), "{}");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.words()).hasSizeLessThanOrEqualTo(2_000);
        }
    }

    @Test
    void private_networks_are_called_where_the_operator_allows_it() throws IOException {
        try (Closing outside = outside(true, null)) {
            OutsideCall.Answer answer = outside.call.post(base + "/", Map.of(), "{}");
            assertThat(answer.isGood()).isTrue();
            assertThat(answer.words()).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/",
                "file:///etc/passwd",
                "https://",
                "gopher://x/",
                "http://u:p@example.com/",
                "x",
                "http:/x"
            })
    void only_web_addresses_can_be_called(String url) throws IOException {
        try (Closing outside = outside(true, null)) {
            assertThat(outside.call.isCallable(url)).isFalse();
            assertThat(outside.call.post(url, Map.of(), "{}").status()).isNull();
        }
    }

    /** The example of the specification. */
    @Test
    void calls_are_signed_as_standard_webhooks_say() {
        WebhookSecret secret = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "");
        assertThat(secret.signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(secret.toString()).isEqualTo("whsec_…");
    }

    private interface Names {
        InetAddress of(String host) throws IOException;
    }

    private static DnsResolver resolver(Names names) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                try {
                    return new InetAddress[] {names.of(host)};
                } catch (IOException e) {
                    throw new UnknownHostException(host);
                }
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private record Closing(OutsideCall call) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            call.destroy();
        }
    }

    private static Closing outside(boolean privateToo, @Nullable DnsResolver names) {
        return new Closing(names == null ? new OutsideCall(privateToo) : new OutsideCall(privateToo, names));
    }
}
