/**
 * The texts of the mails the desk itself sends, per department and language, and the automatic answers made of them. Owns
 * {@code mail_template}, {@code auto_answer} and {@code auto_answer_todo}. A reader of the log notes new tickets of departments that
 * answer automatically; a worker answers each in a transaction of its own, once. Publishes {@code text.changed}.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "people", "customers", "departments", "calendars", "tickets", "email"})
@NullMarked
package org.fourleaf.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
