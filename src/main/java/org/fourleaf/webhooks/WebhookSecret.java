package org.fourleaf.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fourleaf.platform.Refusal;

/** What a webhook signs with, {@code whsec_} and base64, as Standard Webhooks write it. */
record WebhookSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final int BYTES_MIN = 24;
    private static final int BYTES_MAX = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    static WebhookSecret draw() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** One that the other side has already. @throws Refusal invalid */
    static WebhookSecret of(String given, String pointer) {
        try {
            int bytes =
                    given.startsWith(PREFIX) ? Base64.getDecoder().decode(given.substring(PREFIX.length())).length : 0;
            if (bytes >= BYTES_MIN && bytes <= BYTES_MAX) {
                return new WebhookSecret(given);
            }
        } catch (IllegalArgumentException e) {
            throw wrong(pointer);
        }
        throw wrong(pointer);
    }

    private static Refusal wrong(String pointer) {
        return Refusal.invalid(pointer, "whsec_ and " + BYTES_MIN + " to " + BYTES_MAX + " bytes as base64.");
    }

    /** {@code v1,} and the HMAC of id, time and body, joined by dots. */
    String signature(String id, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(text.substring(PREFIX.length())), "HmacSHA256"));
            String signed = id + "." + at.getEpochSecond() + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
