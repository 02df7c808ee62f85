/**
 * Departments and who belongs to them: the borders along which tickets are seen, answered and counted. Owns {@code department} and
 * {@code department_member}; publishes changes to the audit log; the module everybody asks which departments an agent may see.
 */
@ApplicationModule(allowedDependencies = {"platform", "people"})
@NullMarked
package org.fourleaf.departments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
