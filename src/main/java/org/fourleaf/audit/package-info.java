/**
 * The audit log: the administrative lines of the one log, told with the names of who and what. Owns
 * {@code audit_chain}, which seals each line with the one before; a leaf above the people it names.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "customers"})
@NullMarked
package org.fourleaf.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
