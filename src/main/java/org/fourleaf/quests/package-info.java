/**
 * Quests: steps an agent takes by doing their work, and what completing them is worth. Owns {@code quest}, {@code quest_progress} and
 * {@code quest_done}; ships the line for an agent's first week. Reads the log for what steps ask of, publishes {@code quest.completed},
 * which awards points and coins, and {@code quest.changed}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "tickets", "game"})
@NullMarked
package org.fourleaf.quests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
