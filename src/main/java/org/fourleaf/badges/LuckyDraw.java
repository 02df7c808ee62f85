package org.fourleaf.badges;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The draw of a random badge, which anybody can repeat once the day's secret is shown.
 *
 * <p>The message is the evaluation day as {@code 2026-03-09} and the candidates' ids in ascending order of their text, one a line, joined
 * by line feeds. HMAC-SHA256 of it under the secret gives 32 bytes: the first 16, as a number, tell whether anybody is drawn today (its
 * remainder by the chance is 0), the last 16 who (its remainder by the number of candidates is the place). So that no remainder is likelier
 * than another, a number at or above the largest multiple is thrown away and the message is tried again with a line feed and 1, 2, … behind.
 */
final class LuckyDraw {

    static final int SECRET_BYTES = 32;

    private static final int HALF = 16;
    private static final BigInteger RANGE = BigInteger.ONE.shiftLeft(HALF * 8);

    private LuckyDraw() {}

    /** @param chanceIn somebody is drawn on one day in so many */
    static Optional<UUID> winner(byte[] secret, LocalDate day, Collection<UUID> candidates, int chanceIn) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        List<String> sorted = new ArrayList<>();
        candidates.forEach(candidate -> sorted.add(candidate.toString()));
        sorted.sort(String::compareTo);
        String message = day + "\n" + String.join("\n", sorted);
        if (number(secret, message, 0, chanceIn) != 0) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(sorted.get(number(secret, message, HALF, sorted.size()))));
    }

    static String hash(byte[] secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(byte[] secret, String message, int from, int below) {
        BigInteger count = BigInteger.valueOf(below);
        BigInteger fair = RANGE.subtract(RANGE.mod(count));
        for (int attempt = 0; ; attempt++) {
            byte[] digest = digest(secret, attempt == 0 ? message : message + "\n" + attempt);
            BigInteger drawn = new BigInteger(1, digest, from, HALF);
            if (drawn.compareTo(fair) < 0) {
                return drawn.mod(count).intValueExact();
            }
        }
    }

    private static byte[] digest(byte[] secret, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
