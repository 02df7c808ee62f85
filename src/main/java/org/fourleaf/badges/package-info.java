/**
 * Badges as data: edited, evaluated once for each day, played for a past, tried before they are saved, each with its why; luck that
 * anybody can repeat. Owns {@code badge*} and {@code draw_secret} (made by db/migration/game). Publishes {@code badge.awarded},
 * {@code badge.lost} and {@code award.given}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "tickets", "metrics", "game"})
@NullMarked
package org.fourleaf.badges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
