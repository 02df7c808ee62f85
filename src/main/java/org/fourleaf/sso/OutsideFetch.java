package org.fourleaf.sso;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.fourleaf.platform.web.InsideAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks addresses that an owner typed or a provider named. Never one of our own networks, unless the operator allows it; TLS only, no
 * redirects, little time, a bounded answer.
 */
@Component
class OutsideFetch {

    private static final Duration WITHIN = Duration.ofSeconds(8);
    private static final int ANSWER_BYTES_MAX = 512 * 1_024;
    private static final int OK = 200;

    private final boolean privateToo;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    OutsideFetch(@Value("${fourleaf.sso-private-networks:false}") boolean privateToo) {
        this.privateToo = privateToo;
    }

    /** @throws SsoFailure when it may not be asked, or does not answer well */
    String get(String url) {
        return send(HttpRequest.newBuilder(checked(url)).GET());
    }

    String post(String url, String form, @Nullable String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(checked(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return send(request);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response = client.send(
                    request.header("Accept", "application/json").timeout(WITHIN).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(ANSWER_BYTES_MAX + 1);
                if (response.statusCode() != OK || bytes.length > ANSWER_BYTES_MAX) {
                    throw new SsoFailure("sso-unreachable", "the provider answered " + response.statusCode());
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new SsoFailure("sso-unreachable", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SsoFailure("sso-unreachable", "interrupted");
        }
    }

    /** The address to be asked, if it may be. */
    URI checked(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() == null || uri.getUserInfo() != null) {
                throw new SsoFailure("sso-unreachable", "no address: " + url);
            }
            boolean plain = "http".equals(uri.getScheme());
            if (!"https".equals(uri.getScheme()) && !(plain && privateToo)) {
                throw new SsoFailure("sso-unreachable", "not https: " + url);
            }
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                if (!privateToo && InsideAddress.is(address)) {
                    throw new SsoFailure("sso-unreachable", "an address of our own networks: " + url);
                }
            }
            return uri;
        } catch (IllegalArgumentException | IOException e) {
            throw new SsoFailure("sso-unreachable", e.toString());
        }
    }
}
