/**
 * What the parts of the game share: what each agent did each day ({@code act_day}, folded from the log and counted anew when figures are),
 * the metrics agents are compared by and what they came to in windows of days, who may see whose points, how the game is set
 * ({@code game_setting}), and what a module must say it keeps about an agent. The game rewards good service, explains itself and shames
 * nobody; what it writes to the log is no input to any KPI. Migrations of its parts are those of db/migration/game, where they came from.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "metrics"})
@NullMarked
package org.fourleaf.game;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
