package org.fourleaf.email;

import java.util.UUID;
import org.fourleaf.platform.database.SecretSeal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Encrypts the passwords of outgoing servers. */
@Component
class PasswordSeal {

    private static final String KEY = "outgoing-server";

    private final SecretSeal seal;

    PasswordSeal(SecretSeal seal) {
        this.seal = seal;
    }

    byte[] seal(UUID workspace, String password) {
        return seal.seal(KEY, workspace, password);
    }

    /** None when it can't be opened: the key is another one, and the password must be given again. */
    @Nullable
    String open(UUID workspace, byte[] sealed) {
        return seal.open(KEY, workspace, sealed);
    }
}
