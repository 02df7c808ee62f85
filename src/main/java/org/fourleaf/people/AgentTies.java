package org.fourleaf.people;

import java.util.List;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What a module keeps about agents, and what becomes of it when one is erased. A test looks into the database and finds the column that no
 * module speaks of. Called in a transaction, one after the other in their order; after a kill the last one is called again.
 */
public interface AgentTies {

    List<AgentTie> ties();

    /**
     * What can't be said table by table; before those are seen to. Called again, in a transaction of its own, until nothing is left.
     *
     * @param place what it answered last; none at first
     * @return where to go on, none when all is done
     */
    default @Nullable String erase(Actor by, ErasedAgent who, @Nullable String place) {
        return null;
    }
}
