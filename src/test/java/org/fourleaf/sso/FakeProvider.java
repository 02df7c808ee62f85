package org.fourleaf.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A real, small OpenID Connect provider, whose tokens can be spoiled on their way. */
final class FakeProvider implements AutoCloseable {

    static final String CLIENT = "fourleaf";
    static final String SECRET = "a secret & a half";

    /** Somebody the provider lets in. */
    record Person(String subject, @Nullable String email, boolean verified, String name) {}

    /** What is done to a token before it is signed, and how it is signed. */
    record Spoiling(UnaryOperator<JWTClaimsSet.Builder> claims, boolean otherKey, boolean unsigned) {

        static final Spoiling NONE = new Spoiling(UnaryOperator.identity(), false, false);
    }

    private record Grant(Person person, String nonce, String challenge, String redirectUri, Spoiling spoiling) {}

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey otherKey;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final AtomicInteger codes = new AtomicInteger();

    FakeProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2_048).keyID("one").generate();
        otherKey = new RSAKeyGenerator(2_048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys"}
                """.formatted(issuer())));
        server.createContext(
                "/keys",
                exchange ->
                        answer(exchange, 200, new JWKSet(key).toPublicJWKSet().toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The person signs in there; what the browser is sent back with. */
    String letIn(String authorizationUrl, Person person, Spoiling spoiling) {
        Map<String, String> asked = fields(URI.create(authorizationUrl).getRawQuery());
        if (!"S256".equals(asked.get("code_challenge_method")) || !CLIENT.equals(asked.get("client_id"))) {
            throw new AssertionError(asked);
        }
        String code = "code-" + codes.incrementAndGet();
        grants.put(
                code,
                new Grant(
                        person,
                        asked.getOrDefault("nonce", ""),
                        asked.getOrDefault("code_challenge", ""),
                        asked.getOrDefault("redirect_uri", ""),
                        spoiling));
        return "?code=" + code + "&state=" + asked.get("state");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Grant grant = grants.remove(form.getOrDefault("code", ""));
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":a+secret+%26+a+half").getBytes(StandardCharsets.UTF_8));
        boolean good = grant != null
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && grant.challenge.equals(challenge(form.getOrDefault("code_verifier", "")))
                && grant.redirectUri.equals(form.get("redirect_uri"));
        if (!good) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}"
                        .formatted(idToken(Objects.requireNonNull(grant))));
    }

    private String idToken(Grant grant) {
        try {
            Instant now = Instant.now();
            JWTClaimsSet claims = grant.spoiling
                    .claims
                    .apply(new JWTClaimsSet.Builder()
                            .issuer(issuer())
                            .audience(CLIENT)
                            .subject(grant.person.subject)
                            .claim("email", grant.person.email)
                            .claim("email_verified", grant.person.verified)
                            .claim("name", grant.person.name)
                            .claim("nonce", grant.nonce)
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(300))))
                    .build();
            if (grant.spoiling.unsigned) {
                return new PlainJWT(claims).serialize();
            }
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
            token.sign(new RSASSASigner(grant.spoiling.otherKey ? otherKey : key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> fields(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String field : query.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        field.substring(0, equals),
                        URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
