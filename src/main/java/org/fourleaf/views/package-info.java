/**
 * Saved views of the ticket list: a condition, columns and an order, private, shared or public. Owns {@code saved_view},
 * {@code view_share} and {@code view_place}; answers the list of tickets what a view narrows it to; publishes {@code view.changed}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "customers", "departments", "tickets", "conditions"})
@NullMarked
package org.fourleaf.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
