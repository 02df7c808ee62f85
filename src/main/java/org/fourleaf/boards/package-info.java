/**
 * Boards: what agents or departments came to in a period, by points or any metric, reckoned in one place for whatever compares them; who
 * may see whose rank, and who left public boards. Owns {@code board_absence} (made by db/migration/game).
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "metrics", "game", "points", "badges"})
@NullMarked
package org.fourleaf.boards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
