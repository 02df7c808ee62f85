package org.fourleaf.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A browser that is signed in. @param current whether it is the one that asks */
record Session(
        UUID id,
        Instant createdAt,
        Instant seenAt,
        Instant expiresAt,
        @Nullable String address,
        @Nullable String userAgent,
        boolean current) {

    /** From the last time it was seen. */
    static final Duration LIVES_FOR = Duration.ofDays(30);

    static final int USER_AGENT_LENGTH_MAX = 300;
}
