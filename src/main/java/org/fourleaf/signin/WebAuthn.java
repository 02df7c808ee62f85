package org.fourleaf.signin;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The language of WebAuthn: what a browser is asked, and whether its answer is good. Attestation is not asked for. */
@Component
class WebAuthn {

    private static final int TIMEOUT_MILLIS = 300_000;
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256, COSEAlgorithmIdentifier.EdDSA);

    /** Where the browser is. @param host what keys are bound to */
    record Place(String origin, String host) {}

    /** A key as it was registered. */
    record Registered(String credentialId, byte[] credential, long signCount) {}

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final JsonMapper json;

    WebAuthn(JsonMapper json) {
        this.json = json;
    }

    /** For navigator.credentials.create. */
    String creation(String challenge, Place place, Agent agent, List<String> known) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("challenge", challenge);
        options.put("rp", Map.of("id", place.host(), "name", "Fourleaf"));
        options.put("user", Map.of("id", handle(agent.id()), "name", agent.email(), "displayName", agent.name()));
        options.put(
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(algorithm -> Map.of("type", "public-key", "alg", algorithm.getValue()))
                        .toList());
        options.put("timeout", TIMEOUT_MILLIS);
        options.put("attestation", "none");
        options.put("authenticatorSelection", Map.of("residentKey", "required", "userVerification", "required"));
        options.put("excludeCredentials", descriptors(known));
        return json.writeValueAsString(options);
    }

    /** For navigator.credentials.get. @param known none for whichever key of this place the agent chooses */
    String request(String challenge, Place place, List<String> known) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("challenge", challenge);
        options.put("rpId", place.host());
        options.put("timeout", TIMEOUT_MILLIS);
        options.put("userVerification", "required");
        options.put("allowCredentials", descriptors(known));
        return json.writeValueAsString(options);
    }

    private static List<Map<String, String>> descriptors(List<String> ids) {
        return ids.stream().map(id -> Map.of("type", "public-key", "id", id)).toList();
    }

    static String handle(UUID agent) {
        return base64(agent.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** None when the answer is not good: another challenge, place or signature, or no user was verified. */
    Optional<Registered> registered(String answer, String challenge, Place place) {
        try {
            RegistrationData data = manager.verifyRegistrationResponseJSON(
                    answer,
                    new RegistrationParameters(
                            property(challenge, place),
                            ALGORITHMS.stream()
                                    .map(algorithm -> new PublicKeyCredentialParameters(
                                            PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                                    .toList(),
                            true,
                            true));
            var authenticator =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            return Optional.of(new Registered(
                    base64(credential.getCredentialId()),
                    credentials.convert(credential),
                    authenticator.getSignCount()));
        } catch (RuntimeException e) {
            // Hostile bytes: the library fails at them in more ways than it says.
            return Optional.empty();
        }
    }

    /** The key an answer names, before anything is believed. */
    Optional<String> credentialOf(String answer) {
        try {
            return Optional.of(
                    base64(manager.parseAuthenticationResponseJSON(answer).getCredentialId()));
        } catch (RuntimeException e) {
            // Hostile bytes: the library fails at them in more ways than it says.
            return Optional.empty();
        }
    }

    /** How often the key has signed; none when the answer is not good. */
    Optional<Long> signed(String answer, String challenge, Place place, PasskeyStore.Stored stored) {
        try {
            CredentialRecordImpl credential = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    null,
                    null,
                    null,
                    stored.signCount(),
                    credentials.convert(stored.credential()),
                    null,
                    null,
                    null,
                    null);
            AuthenticationData data = manager.verifyAuthenticationResponseJSON(
                    answer, new AuthenticationParameters(property(challenge, place), credential, null, true, true));
            byte[] handle = data.getUserHandle();
            boolean theirs =
                    handle == null || handle.length == 0 || base64(handle).equals(handle(stored.agent()));
            return theirs
                    ? Optional.of(
                            Objects.requireNonNull(data.getAuthenticatorData()).getSignCount())
                    : Optional.empty();
        } catch (RuntimeException e) {
            // Hostile bytes: the library fails at them in more ways than it says.
            return Optional.empty();
        }
    }

    private static ServerProperty property(String challenge, Place place) {
        return ServerProperty.builder()
                .origin(new Origin(place.origin()))
                .rpId(place.host())
                .challenge(new DefaultChallenge(Base64.getUrlDecoder().decode(challenge)))
                .build();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
