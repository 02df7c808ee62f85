/**
 * Levels: conditions on all an agent ever did, in a language of their own, and who reached which; a level once reached stays. Owns
 * {@code level*} (made by db/migration/game). Reads the log for whose turn it is; publishes {@code level.reached}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "metrics", "game", "points"})
@NullMarked
package org.fourleaf.levels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
