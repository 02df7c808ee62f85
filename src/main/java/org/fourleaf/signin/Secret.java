package org.fourleaf.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets too long to guess, and the hashes by which they are stored: for such secrets one SHA-256 is enough. */
final class Secret {

    static final int LENGTH_MAX = 500;
    private static final int RANDOM_BYTES = 32;
    private static final String TOKEN_PREFIX = "fl_";
    private static final String CLEAR_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int RECOVERY_LETTERS = 16;
    private static final int RECOVERY_GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String ofSession() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Its prefix lets secret scanners recognise a leaked one. */
    static String ofToken() {
        return TOKEN_PREFIX + ofSession();
    }

    /** Eighty random bits in four groups, without letters and digits that look alike. */
    static String ofRecovery() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < RECOVERY_LETTERS; i++) {
            if (i > 0 && i % RECOVERY_GROUP == 0) {
                code.append('-');
            }
            code.append(CLEAR_LETTERS.charAt(RANDOM.nextInt(CLEAR_LETTERS.length())));
        }
        return code.toString();
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
