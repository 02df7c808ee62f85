/**
 * The game: it rewards good service, explains itself and shames nobody. All of it is reckoned from activities, by the figures of
 * {@code metrics} and by what each agent did each day ({@code act_day}, folded by a reader of the log). Owns {@code badge*},
 * {@code draw_secret}, {@code level*}, {@code point_*}, {@code game_setting} and {@code act_day}. Publishes {@code badge.awarded},
 * {@code badge.lost}, {@code level.reached} and {@code points.given}. What it writes to
 * the log is no input to any KPI.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "tickets", "metrics"})
@NullMarked
package org.fourleaf.game;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
