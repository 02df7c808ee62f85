package org.fourleaf.customers;

import java.util.Collection;
import java.util.UUID;
import org.fourleaf.platform.Actor;

/** What a module above keeps of companies. Called again and again, a transaction each, until it says that there was nothing. */
public interface CompanyTies {

    /** Some of what is these customers' becomes the other company's. @return whether there was something */
    boolean moveCompany(Actor by, Collection<UUID> customers, UUID from, UUID into);
}
