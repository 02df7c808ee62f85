/**
 * Custom fields: what a workspace asks about its tickets, customers and companies beyond what every desk asks. Owns {@code field}, the
 * definitions; the values stand with their subject, judged by {@link org.fourleaf.fields.FieldValues}. The door for those who show,
 * filter or change by fields is {@link org.fourleaf.fields.Fields}. Publishes {@code field.changed}; listens to nothing.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.fourleaf.fields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
