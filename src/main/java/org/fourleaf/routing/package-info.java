/**
 * Who gets which ticket: To solve, where agents take the next one, and routing, where departments offer it to them. Owns
 * {@code routing_setting}, {@code agent_routing}, {@code ticket_claim}, {@code ticket_offer}, {@code agent_turn}, {@code resolved_day}, {@code arrived_day}, {@code overload_notice} and {@code customer_server}; publishes claims and what became of
 * them; reads the log for acts that end a claim and for who
 * answered a customer last, and asks attention who has what on screen. Tells tickets by
 * {@link org.fourleaf.tickets.AnsweringRule} who answers only what they were given.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "customers", "departments", "tickets", "attention"})
@NullMarked
package org.fourleaf.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
