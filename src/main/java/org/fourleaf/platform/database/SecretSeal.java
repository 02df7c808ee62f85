package org.fourleaf.platform.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Encrypts what must be read again and stolen by nobody (AES-256-GCM) with keys that lie in the data folder and not in the database: a
 * copy of the one without the other tells nothing. Bound to the workspace, so that a row can't be moved.
 */
@Component
public class SecretSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String PRINT = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataFolder folder;

    SecretSeal(DataFolder folder) {
        this.folder = folder;
    }

    /** @param key the name of the key, one for each purpose */
    public byte[] seal(String key, UUID workspace, String secret) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, workspace, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** None when it can't be opened: the key is another one, and the secret must be given again. */
    public @Nullable String open(String key, UUID workspace, byte[] sealed) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            byte[] secret = cipher(Cipher.DECRYPT_MODE, key, workspace, nonce)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    /** By which something is known again that nobody can read: HMAC-SHA256. @param key the name of the key, one for each purpose */
    public byte[] print(String key, UUID workspace, String text) {
        try {
            Mac mac = Mac.getInstance(PRINT);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(folder.secret(key)), PRINT));
            mac.update(workspace.toString().getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, String key, UUID workspace, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        byte[] bytes = HexFormat.of().parseHex(folder.secret(key));
        cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(workspace.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
