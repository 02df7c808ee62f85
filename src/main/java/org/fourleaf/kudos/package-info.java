/**
 * Kudos: thanks from one agent to another, with a monthly allowance, seen by all. Owns {@code kudos}, {@code kudos_month} and
 * {@code kudos_setting}. Publishes {@code kudos.given} and {@code kudos.withdrawn}, which award and take back points and coins.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "tickets", "game"})
@NullMarked
package org.fourleaf.kudos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
