package org.fourleaf.kudos;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Thanks from one agent to another.
 *
 * @param points what came with it, like {@code coins}
 * @param month whose allowance it came from: 12 × year + month, from 0
 */
record Kudos(
        UUID id,
        UUID from,
        UUID to,
        String message,
        @Nullable UUID ticket,
        int points,
        int coins,
        int month,
        Instant at) {

    static final int MESSAGE_LENGTH_MAX = 500;

    /** So long may its giver think better of it. */
    static final Duration RETHINK_FOR = Duration.ofDays(1);

    boolean mayBeWithdrawn(Actor by, Instant now) {
        return by.may(Permission.REWARDS_MANAGE) || (from.equals(by.id()) && now.isBefore(at.plus(RETHINK_FOR)));
    }
}
