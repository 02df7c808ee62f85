package org.fourleaf.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The code that proves that whoever sets Fourleaf up can read its log. New at every start, kept in memory only. */
@Component
public class SetupCode {

    /** Without letters and digits that look alike. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 2;
    private static final int GROUP_LENGTH = 5;

    private final String code = make(new SecureRandom());

    private static String make(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** For the log, and for an owner who removed the demonstration and sets up anew. */
    public String shown() {
        return code;
    }

    boolean matches(String typed) {
        return MessageDigest.isEqual(plain(typed), plain(code));
    }

    private static byte[] plain(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }
}
