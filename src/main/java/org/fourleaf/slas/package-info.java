/**
 * Service levels: what a desk promises, by when, and what became of it. Levels are chosen by ordered rules, by the department, by hand
 * or by automation; their clocks are rows that turn in the transaction that changes a ticket
 * ({@link org.fourleaf.tickets.TicketClocks}) and, where only time passes, by a clockwork that sleeps until the next is due. Owns
 * {@code sla_level}, {@code sla_rule}, {@code department_sla_level}, {@code sla_book} and {@code sla_clock}; publishes {@code sla.*}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "calendars", "tickets", "conditions"})
@NullMarked
package org.fourleaf.slas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
