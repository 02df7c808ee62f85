/**
 * Points: given for what happens as rules say, credited with what is won, taken back when it turns out to be undeserved, each with its
 * reason. Owns {@code point_*} (made by db/migration/game). Reads the log; publishes {@code points.given}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "tickets", "metrics", "game"})
@NullMarked
package org.fourleaf.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
