package org.fourleaf.coins;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.jspecify.annotations.Nullable;

/**
 * Coins earned or, below zero, spent or taken back; never changed.
 *
 * @param seq the line of the log it is for, where the log awarded it
 * @param order of the shop
 * @param about the badge, quest or kudos
 * @param by who granted it
 * @param reason why, in their words
 */
record CoinEntry(
        UUID id,
        UUID agent,
        String rule,
        int coins,
        Instant at,
        ActivityKind kind,
        @Nullable Long seq,
        @Nullable UUID order,
        @Nullable String about,
        @Nullable UUID by,
        @Nullable String reason) {

    static final String GRANT = "grant";
    static final String ORDER = "order";
    static final String REFUND = "refund";

    CoinEntry of(int amount) {
        return new CoinEntry(id, agent, rule, amount, at, kind, seq, order, about, by, reason);
    }
}
