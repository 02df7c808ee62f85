package org.fourleaf.customers;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;

/**
 * What a module above keeps of customers: moved when two become one, taken away when one is erased. Called again and again, a transaction
 * each, until it says that nothing is left.
 */
public interface CustomerTies {

    /** Who is being erased. @param addresses all they had @param names what they were called: in full first, then part by part */
    record Erased(UUID customer, List<String> addresses, List<String> names) {}

    /** @return whether there may be more */
    boolean move(Actor by, UUID from, UUID into);

    /** @return whether there may be more */
    boolean erase(Actor by, Erased who);
}
