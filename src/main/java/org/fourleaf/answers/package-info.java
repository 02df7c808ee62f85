/**
 * Predefined answers: whole answers in several languages, for people in the composer and for rules. Owns {@code predefined_answer}.
 * Publishes {@code predefined_answer.changed}, for whoever names one.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "tickets"})
@NullMarked
package org.fourleaf.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
