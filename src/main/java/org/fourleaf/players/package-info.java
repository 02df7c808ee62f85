/**
 * Agents as they stand in the game, with level, badges and points, and the export of all the game keeps about one. Owns no table; asks
 * every module for its {@link org.fourleaf.game.PersonalRecords}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "game", "points", "levels", "badges"})
@NullMarked
package org.fourleaf.players;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
