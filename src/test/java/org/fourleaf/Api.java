package org.fourleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the HTTP API as a program with a token, as a browser with cookies, or as a stranger. */
public final class Api {

    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final HttpClient PROGRAM;

    static {
        // Strangers are told apart by host name, which no resolver of the machine knows.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        // A connection that the server closed after a bad request is no failure of the next one.
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
        PROGRAM = HttpClient.newBuilder().connectTimeout(WITHIN).build();
    }

    private final String base;
    private final String host;
    private final JsonMapper json;
    private final HttpClient client;
    private final @Nullable CookieManager cookies;
    private final Map<String, String> headers;

    private Api(
            String base, String host, JsonMapper json, @Nullable CookieManager cookies, Map<String, String> headers) {
        this.base = base;
        this.host = host;
        this.json = json;
        this.cookies = cookies;
        this.headers = headers;
        client = PROGRAM;
    }

    static Api stranger(String base, String host, JsonMapper json) {
        return new Api(base, host, json, null, Map.of());
    }

    public Api withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same with one more header on every call. */
    public Api with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Api(base, host, json, cookies, more);
    }

    /** Keeps cookies and sends the CSRF token back, as the UI does; has been to the page once. */
    public Api inBrowser() {
        Api browser = new Api(base, host, json, new CookieManager(), headers);
        browser.get("/api/v1/setup");
        return browser;
    }

    public Answer get(String path) {
        return send("GET", path, null, "application/json");
    }

    public Answer post(String path, Object body) {
        return send("POST", path, json.writeValueAsBytes(body), "application/json");
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, json.writeValueAsBytes(body), "application/json");
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, json.writeValueAsBytes(body), "application/json");
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, "application/json");
    }

    public Answer send(String method, String path, byte @Nullable [] body, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(WITHIN)
                .header("Host", host)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", contentType);
        }
        headers.forEach(request::header);
        if (cookies != null) {
            addCookies(request);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (cookies != null) {
                cookies.put(URI.create(base), response.headers().map());
            }
            return new Answer(response, json);
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A cookie the browser holds, none when it has none of the name. */
    public @Nullable String cookie(String name) {
        return cookies == null
                ? null
                : cookies.getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(HttpCookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    /** Puts a cookie into the browser, as an attacker might. */
    public void plantCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain("localhost.local"); // Where Java keeps those of localhost.
        cookie.setVersion(0);
        assertThat(cookies).isNotNull();
        Objects.requireNonNull(cookies).getCookieStore().add(URI.create(base), cookie);
    }

    private void addCookies(HttpRequest.Builder request) {
        StringBuilder header = new StringBuilder();
        Objects.requireNonNull(cookies)
                .getCookieStore()
                .getCookies()
                .forEach(cookie -> header.append(header.isEmpty() ? "" : "; ")
                        .append(cookie.getName())
                        .append('=')
                        .append(cookie.getValue()));
        if (!header.isEmpty()) {
            request.header("Cookie", header.toString());
        }
        String csrf = cookie("XSRF-TOKEN");
        if (csrf != null && !headers.containsKey("X-XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", csrf);
        }
    }

    /** What came back. */
    public static final class Answer {

        private final HttpResponse<byte[]> response;
        private final JsonMapper json;

        private Answer(HttpResponse<byte[]> response, JsonMapper json) {
            this.response = response;
            this.json = json;
        }

        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String string() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode body() {
            return json.readTree(response.body());
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public Answer mustBe(int status) {
            assertThat(response.statusCode())
                    .as(
                            "%s %s answered %s",
                            response.request().method(), response.uri().getPath(), string())
                    .isEqualTo(status);
            return this;
        }

        /** Asserts a problem of the status and slug. */
        public Answer mustRefuse(int status, String slug) {
            mustBe(status);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(text("/type")).isEqualTo("/problems/" + slug);
            assertThat(body().at("/status").asInt()).isEqualTo(status);
            return this;
        }

        /** Asserts that a wrong value is named. */
        public Answer mustName(String pointer) {
            assertThat(body().at("/errors")
                            .valueStream()
                            .map(error -> error.at("/pointer").asString()))
                    .as("%s", string())
                    .contains(pointer);
            return this;
        }

        public String text(String pointer) {
            return body().at(pointer).asString();
        }

        public UUID id(String pointer) {
            return UUID.fromString(text(pointer));
        }
    }
}
