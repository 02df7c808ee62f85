/**
 * Everything there is about one customer or company: their tickets, the timeline of what happened, and all they ever sent to take along.
 * Owns no table; reads those of the modules below, through the departments somebody may see.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "customers", "departments", "tickets", "ratings"})
@NullMarked
package org.fourleaf.dossiers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
