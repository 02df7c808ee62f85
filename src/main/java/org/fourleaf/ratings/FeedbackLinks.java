package org.fourleaf.ratings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.database.SecretSeal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes and reads the tokens in customers' links: what the link is for, sealed with a secret of the workspace (HMAC-SHA256, half of it).
 * Nothing is stored for a link, so an answer's mail costs microseconds, and nobody who reads the database can make one.
 */
@Component
class FeedbackLinks {

    /** What a link is for: the token of one opens none of another. */
    enum Door {
        RATE("rate"),
        SURVEY("survey");

        private final String path;

        Door(String path) {
            this.path = path;
        }
    }

    private static final String KEY = "feedback-key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final int SEAL_BYTES = 16;
    static final int TOKEN_CHARS = 43;
    private static final int WORKSPACES_KEPT_MAX = 1_000;
    /** A workspace whose address changed has links to the old one for so long. */
    private static final Duration ORIGIN_KEPT_FOR = Duration.ofMinutes(1);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final RatingSettingStore store;
    private final SecretSeal seal;
    private final WorkspacePlace place;
    private final Cache<UUID, SecretKeySpec> secrets =
            Caffeine.newBuilder().maximumSize(WORKSPACES_KEPT_MAX).build();
    private final Cache<UUID, String> origins = Caffeine.newBuilder()
            .maximumSize(WORKSPACES_KEPT_MAX)
            .expireAfterWrite(ORIGIN_KEPT_FOR)
            .build();

    FeedbackLinks(RatingSettingStore store, SecretSeal seal, WorkspacePlace place) {
        this.store = store;
        this.seal = seal;
        this.place = place;
    }

    /** A workspace without a secret, or with one that the data folder's key no longer opens, gets one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void makePossible(UUID workspace) {
        if (secret(workspace).isEmpty()) {
            byte[] secret = new byte[SECRET_BYTES];
            RANDOM.nextBytes(secret);
            store.setSecret(workspace, seal.seal(KEY, workspace, HexFormat.of().formatHex(secret)));
        }
    }

    /** None where no one knows where browsers find the desk, or no secret was made. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<String> link(UUID workspace, Door door, UUID what) {
        Optional<SecretKeySpec> secret = secret(workspace);
        return secret.isEmpty()
                ? Optional.empty()
                : origin(workspace).map(origin -> origin + "/" + door.path + "/" + token(secret.get(), door, what));
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    Optional<String> origin(UUID workspace) {
        String kept = origins.getIfPresent(workspace);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<String> found = place.origin(workspace);
        found.ifPresent(origin -> origins.put(workspace, origin));
        return found;
    }

    /** What a token is for; none when nobody here made it. */
    @Transactional(readOnly = true)
    Optional<UUID> read(UUID workspace, Door door, String token) {
        if (token.length() != TOKEN_CHARS) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        ByteBuffer id = ByteBuffer.wrap(bytes);
        UUID what = new UUID(id.getLong(), id.getLong());
        return secret(workspace)
                .filter(secret -> MessageDigest.isEqual(
                        seal(secret, door, what), Arrays.copyOfRange(bytes, ID_BYTES, ID_BYTES + SEAL_BYTES)))
                .map(secret -> what);
    }

    private Optional<SecretKeySpec> secret(UUID workspace) {
        SecretKeySpec kept = secrets.getIfPresent(workspace);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<SecretKeySpec> opened = store.secret(workspace)
                .flatMap(stored -> Optional.ofNullable(seal.open(KEY, workspace, stored)))
                .map(hex -> new SecretKeySpec(HexFormat.of().parseHex(hex), ALGORITHM));
        opened.ifPresent(secret -> secrets.put(workspace, secret));
        return opened;
    }

    private static String token(SecretKeySpec secret, Door door, UUID what) {
        byte[] token = ByteBuffer.allocate(ID_BYTES + SEAL_BYTES)
                .putLong(what.getMostSignificantBits())
                .putLong(what.getLeastSignificantBits())
                .put(seal(secret, door, what))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static byte[] seal(SecretKeySpec secret, Door door, UUID what) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Arrays.copyOf(mac.doFinal((door.path + ":" + what).getBytes(StandardCharsets.US_ASCII)), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
