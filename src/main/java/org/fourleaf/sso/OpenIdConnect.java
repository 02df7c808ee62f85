package org.fourleaf.sso;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourleaf.people.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The protocol: discovery, the authorization code with PKCE, and what an id token must be before a word of it is believed. */
@Component
class OpenIdConnect {

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final int CLOCK_SKEW_SECONDS = 60;
    private static final int SUBJECT_LENGTH_MAX = 255;
    private static final int ID_TOKEN_LENGTH_MAX = 100_000;
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384);

    /** What a provider says of itself. */
    record Metadata(String authorizationEndpoint, String tokenEndpoint, String jwksUri, boolean secretInForm) {}

    /** What the browser takes along and must bring back. */
    record Journey(String state, String nonce, String verifier, String redirectUri) {}

    /** Whom the provider vouches for. @param email only when the provider says that it verified it */
    record Identity(
            String subject,
            @Nullable String email,
            @Nullable String name,
            @Nullable String locale) {}

    private final OutsideFetch fetch;
    private final JsonMapper json;

    OpenIdConnect(OutsideFetch fetch, JsonMapper json) {
        this.fetch = fetch;
        this.json = json;
    }

    Metadata discover(String issuer) {
        JsonNode told = read(fetch.get(issuer.replaceFirst("/$", "") + DISCOVERY));
        if (!issuer.equals(told.path("issuer").asString(""))) {
            throw new SsoFailure("sso-unreachable", "the provider says it is another issuer");
        }
        List<String> methods = new ArrayList<>();
        told.path("token_endpoint_auth_methods_supported")
                .valueStream()
                .forEach(method -> methods.add(method.asString("")));
        return new Metadata(
                told.path("authorization_endpoint").asString(""),
                told.path("token_endpoint").asString(""),
                told.path("jwks_uri").asString(""),
                methods.contains("client_secret_post") && !methods.contains("client_secret_basic"));
    }

    String authorizationUrl(SsoProvider provider, Metadata metadata, Journey journey) {
        String endpoint = fetch.checked(metadata.authorizationEndpoint).toString();
        return endpoint
                + (endpoint.contains("?") ? "&" : "?")
                + form(Map.of(
                        "response_type",
                        "code",
                        "scope",
                        "openid email profile",
                        "client_id",
                        provider.clientId(),
                        "redirect_uri",
                        journey.redirectUri,
                        "state",
                        journey.state,
                        "nonce",
                        journey.nonce,
                        "code_challenge",
                        challenge(journey.verifier),
                        "code_challenge_method",
                        "S256"));
    }

    /** @throws SsoFailure when the code, or the token it is changed for, is not good */
    Identity identity(SsoProvider provider, Metadata metadata, String secret, String code, Journey journey) {
        Map<String, String> form = new java.util.TreeMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                journey.redirectUri,
                "code_verifier",
                journey.verifier));
        String authorization = null;
        if (metadata.secretInForm) {
            form.put("client_id", provider.clientId());
            form.put("client_secret", secret);
        } else {
            String pair = encoded(provider.clientId()) + ":" + encoded(secret);
            authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        JsonNode answer = read(fetch.post(metadata.tokenEndpoint, form(form), authorization));
        String token = answer.path("id_token").asString("");
        if (token.length() > ID_TOKEN_LENGTH_MAX) {
            throw new SsoFailure("sso-token", "the id token is too long");
        }
        return identity(claims(provider, metadata, token, journey.nonce));
    }

    private JWTClaimsSet claims(SsoProvider provider, Metadata metadata, String token, String nonce) {
        try {
            DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                    ALGORITHMS, new ImmutableJWKSet<>(JWKSet.parse(fetch.get(metadata.jwksUri)))));
            DefaultJWTClaimsVerifier<SecurityContext> verifier = new DefaultJWTClaimsVerifier<>(
                    provider.clientId(),
                    new JWTClaimsSet.Builder()
                            .issuer(provider.issuer())
                            .claim("nonce", nonce)
                            .build(),
                    Set.of("sub", "exp", "iat"));
            verifier.setMaxClockSkew(CLOCK_SKEW_SECONDS);
            processor.setJWTClaimsSetVerifier(verifier);
            JWTClaimsSet claims = processor.process(token, null);
            String party = claims.getStringClaim("azp");
            boolean ours = party == null ? claims.getAudience().size() == 1 : party.equals(provider.clientId());
            if (!ours) {
                throw new SsoFailure("sso-token", "the id token is for another party");
            }
            return claims;
        } catch (BadJOSEException | JOSEException | ParseException | IllegalArgumentException e) {
            throw new SsoFailure("sso-token", String.valueOf(e.getMessage()));
        }
    }

    private static Identity identity(JWTClaimsSet claims) {
        Object verified = claims.getClaim("email_verified");
        boolean isVerified = Boolean.TRUE.equals(verified) || "true".equals(verified);
        String subject = claims.getSubject();
        if (subject.isBlank() || subject.length() > SUBJECT_LENGTH_MAX || subject.indexOf('\0') >= 0) {
            throw new SsoFailure("sso-token", "no subject that could be kept");
        }
        return new Identity(
                subject,
                isVerified
                        ? text(claims, "email").flatMap(EmailAddress::ofLenient).orElse(null)
                        : null,
                text(claims, "name").orElse(null),
                text(claims, "locale").orElse(null));
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            throw new SsoFailure("sso-unreachable", "the provider answered something else than JSON");
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

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey().toLowerCase(Locale.ROOT) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
