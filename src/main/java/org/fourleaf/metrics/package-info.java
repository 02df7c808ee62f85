/**
 * The numbers: a reader of the log folds every activity once into figures by quarter of an hour and by day, and every KPI is reckoned
 * from those. What a figure is depends only on which activities there are, never on the order they came in (docs/adr/0015). Owns
 * {@code figure_*}, {@code case_*}, {@code rating_mark}, {@code presence_mark} and {@code presence_span}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "tickets"})
@NullMarked
package org.fourleaf.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
