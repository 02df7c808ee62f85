/**
 * The ticket stream: tickets with their messages, notes, tags, drafts and attachments, and every transition of their status. Owns those
 * tables; publishes what happens to tickets into the log; knows no channel: whoever delivers replies implements {@link ReplyOutlet}.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "people", "fields", "customers", "departments", "calendars", "choices"})
@NullMarked
package org.fourleaf.tickets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
