/**
 * Contests: agents, or departments as teams, compared by points or any metric of badges from one day to another, with prizes by place.
 * They open, close and finalise themselves, once each over restarts and nodes, and their results are frozen with what they were reckoned
 * from. Owns {@code contest}, {@code contest_result} and {@code contest_winner}. Publishes {@code contest.opened}, {@code contest.closed},
 * {@code contest.won} and {@code contest.finalised}; prizes are credited by who reads {@code contest.won}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "game", "boards", "metrics"})
@NullMarked
package org.fourleaf.contests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
