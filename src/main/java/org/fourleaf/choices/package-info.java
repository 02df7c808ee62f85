/**
 * The words a workspace chose for its tickets: dispositions, sub-statuses and types, and what a ticket needs before it is resolved. Owns
 * {@code choice} and {@code resolve_rule}; the door is {@link org.fourleaf.choices.Choices}. Publishes {@code choice.changed} and
 * {@code resolve_rule.changed}; furnishes a new workspace with the four usual types.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments"})
@NullMarked
package org.fourleaf.choices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
