package org.fourleaf.signin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device or password manager that proves who its agent is, without a word that could be told to somebody. */
record Passkey(
        UUID id, String name, Instant createdAt, @Nullable Instant usedAt) {

    static final int COUNT_MAX = 20;
}
