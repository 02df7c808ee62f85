/**
 * Who has a ticket on screen, who is writing in it, and how long agents look. Owns {@code ticket_attention} (unlogged, half a minute),
 * {@code viewing} and {@code view_clock} (time not yet in the log) and {@code view_time} (what the log says of it, summed by a reader).
 *
 * <p>A browser beats while a ticket is on its screen and says how much of the time since its last beat the agent really looked;
 * {@link org.fourleaf.attention.TicketAttention} believes no more than went by, over all tabs and devices of the agent.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "tickets"})
@NullMarked
package org.fourleaf.attention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
