/**
 * Fair play: what in the log of a period looks as if somebody played for the figures, told to those who lead them as flags with their
 * evidence, never as verdicts. Owns no table and changes nothing.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "metrics", "tickets"})
@NullMarked
package org.fourleaf.fairplay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
