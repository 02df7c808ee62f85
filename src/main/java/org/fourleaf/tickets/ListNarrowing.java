package org.fourleaf.tickets;

import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;

/** The saved views, as the list of tickets knows them; the module of views implements it. */
public interface ListNarrowing {

    /** @throws Refusal not found for a view one may not see, conflict for one that names what is gone */
    Narrowing of(Actor by, UUID view);

    /** The first so many an agent finds, in the agent's order, without broken ones. */
    Map<UUID, Narrowing> first(Actor by, int max);
}
