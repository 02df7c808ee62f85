/**
 * Quests: steps an agent takes by doing their work, and what completing them is worth. Owns {@code quest}, {@code quest_progress},
 * {@code quest_mark} and {@code quest_done}; ships the line for an agent's first week. Reads the log for what steps ask of and for what
 * falsifies that; publishes {@code quest.completed}, which awards points and coins, {@code quest.undone}, which takes them back, and
 * {@code quest.changed}.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "people", "departments", "tickets", "metrics", "game", "points", "boards"})
@NullMarked
package org.fourleaf.quests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
