package org.fourleaf.email;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server that carries our mail out. @param implicitTls speaks TLS from the first byte ({@code smtps}) */
record OutgoingServer(
        String host,
        int port,
        boolean implicitTls,
        Tls tls,
        @Nullable String user,
        @Nullable String password) {

    private static final int SUBMISSION_PORT = 587;
    private static final int SMTPS_PORT = 465;
    private static final int PORT_MAX = 65_535;
    private static final int HOST_CHARS_MAX = 253;

    /** Whether an unencrypted connection is upgraded. */
    enum Tls {
        OFFERED,
        REQUIRED,
        NONE;

        String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Tls> named(String name) {
            for (Tls tls : values()) {
                if (tls.json().equals(name)) {
                    return Optional.of(tls);
                }
            }
            return Optional.empty();
        }
    }

    /** {@code smtp://user:password@host:port?tls=required}, or smtps; empty when it is no such thing. */
    static Optional<OutgoingServer> parse(String url) {
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            boolean implicit = scheme.equals("smtps");
            if (host == null
                    || host.length() > HOST_CHARS_MAX
                    || !(implicit || scheme.equals("smtp"))
                    || uri.getPort() > PORT_MAX
                    || uri.getPort() == 0
                    || !(uri.getRawPath() == null || uri.getRawPath().matches("/?"))) {
                return Optional.empty();
            }
            int port = uri.getPort() > 0 ? uri.getPort() : implicit ? SMTPS_PORT : SUBMISSION_PORT;
            String login = uri.getRawUserInfo();
            int colon = login == null ? -1 : login.indexOf(':');
            String user = login == null ? null : decoded(colon < 0 ? login : login.substring(0, colon));
            String password = login == null || colon < 0 ? null : decoded(login.substring(colon + 1));
            return tls(uri.getQuery())
                    .map(tls -> new OutgoingServer(
                            host.replace("[", "").replace("]", ""), port, implicit, tls, user, password));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Tls> tls(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return Optional.of(Tls.OFFERED);
        }
        return query.startsWith("tls=") ? Tls.named(query.substring("tls=".length())) : Optional.empty();
    }

    private static String decoded(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    OutgoingServer with(Tls wanted, @Nullable String asUser, @Nullable String withPassword) {
        return new OutgoingServer(host, port, implicitTls, wanted, asUser, withPassword);
    }

    /** Without anything secret. */
    String url() {
        return "%s://%s:%d"
                .formatted(implicitTls ? "smtps" : "smtp", host.contains(":") ? "[" + host + "]" : host, port);
    }

    /** Mails of this name wait for each other and for nobody else. */
    String lane() {
        return url() + "#" + user;
    }

    @Override
    public String toString() {
        return url();
    }
}
