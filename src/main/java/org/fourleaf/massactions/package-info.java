/**
 * One change to many tickets: a selection, or all that a list shows. A row keeps what is to be done and the tickets as they were at the
 * press; {@code MassActionWorker} does it in small transactions, each ticket once, by the agent's rights, and can take it back. Owns
 * {@code mass_action} and {@code mass_action_ticket} (made by db/migration/views); publishes {@code mass_action.started},
 * {@code .ended} and {@code .undone}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "tickets"})
@NullMarked
package org.fourleaf.massactions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
