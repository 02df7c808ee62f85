/**
 * Coins: the second ledger of the game, earned with badges, quests, contests and kudos, spent in the shop. Owns {@code coin_entry}, which
 * is never changed, and {@code coin_balance}, its sums. Reads the log for what {@link org.fourleaf.points.Rewards} says awards coins;
 * publishes {@code coins.granted}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "game", "points"})
@NullMarked
package org.fourleaf.coins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
