package org.fourleaf.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.fourleaf.platform.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where browsers find this Fourleaf: as the operator says in FOURLEAF_PUBLIC_URL, else as the request itself was addressed. */
@Component
public class PublicAddress {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final @Nullable URI configured;

    PublicAddress(@Value("${fourleaf.public-url:}") String url) {
        configured = url.isBlank() ? null : parsed(url.strip());
    }

    private static URI parsed(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new StartRefused(
                "FOURLEAF_PUBLIC_URL is not an address of the web.", "Write it as https://desk.example.com.");
    }

    /** As the operator says. @param host another host at the same place, none for the one said */
    public Optional<String> configured(@Nullable String host) {
        return Optional.ofNullable(configured)
                .map(uri -> origin(
                        String.valueOf(uri.getScheme()),
                        host == null ? String.valueOf(uri.getHost()) : host,
                        uri.getPort()));
    }

    /** Scheme, host and port, as browsers compare them: {@code https://desk.example.com}. */
    public String origin(HttpServletRequest request) {
        if (configured != null) {
            return origin(String.valueOf(configured.getScheme()), host(request), configured.getPort());
        }
        boolean secure = ClientAddress.isSecure(request);
        boolean behindProxy = secure && !request.isSecure();
        int port = request.getServerPort();
        return origin(secure ? "https" : "http", host(request), behindProxy && port == HTTP ? -1 : port);
    }

    /** The host alone. */
    public String host(HttpServletRequest request) {
        return configured == null ? request.getServerName() : String.valueOf(configured.getHost());
    }

    private static String origin(String scheme, String host, int port) {
        boolean usual = port < 0 || port == (scheme.equals("https") ? HTTPS : HTTP);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
