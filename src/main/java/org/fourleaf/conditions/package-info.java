/**
 * What a ticket must be like, as a value: tests of its fields, put together by all and any. Views, mass actions and rules keep
 * conditions as {@link org.fourleaf.conditions.ConditionForm}; {@link org.fourleaf.conditions.Conditions} reads them, knows what they
 * name, and finds the tickets they fit: in SQL for a list, in memory for one ticket. Owns no table.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "customers", "departments", "fields", "tickets"})
@NullMarked
package org.fourleaf.conditions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
