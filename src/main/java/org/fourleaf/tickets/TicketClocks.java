package org.fourleaf.tickets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What runs while a ticket waits. The module of service levels implements it; tickets call it wherever one changes, in the same
 * transaction and with the ticket locked, so that a clock is never behind its ticket.
 */
public interface TicketClocks {

    /** A level and what gave it. @param rule the assignment rule, if it was one */
    record Choice(
            @Nullable UUID level,
            TicketSla.Origin origin,
            @Nullable UUID rule) {}

    /**
     * Turns the clocks of tickets that are about to be saved to where these now stand, and writes what became of them to the log.
     *
     * @param changed locked, and with all their changes; those without a level need not be given
     * @return the same in the same order, with their due time and standing
     */
    List<Ticket> keep(Actor by, List<Ticket> changed);

    /** Which level a ticket that has just been opened gets: the first rule that fits it, or else its department's. */
    Choice atBirth(Actor by, Ticket ticket);

    /** Which level a department gives. */
    Choice ofDepartment(Actor by, UUID department);

    /** A level by its id or name. */
    Optional<UUID> find(Actor by, String reference);

    /** What levels are called, deleted ones too. */
    Map<UUID, String> names(UUID workspace);
}
