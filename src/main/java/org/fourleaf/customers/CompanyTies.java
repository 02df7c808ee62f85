package org.fourleaf.customers;

import java.util.UUID;
import org.fourleaf.platform.Actor;

/** What a module above keeps of companies; called in the transaction of a merge. */
public interface CompanyTies {

    void moveCompany(Actor by, UUID from, UUID into);
}
