package org.fourleaf.imports;

import java.util.UUID;
import org.fourleaf.customers.CustomerTies;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What imports remember of customers follows them: their outside ids, the numbers they called from. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CustomerKeys implements CustomerTies {

    private final CustomerKeyStore store;

    CustomerKeys(CustomerKeyStore store) {
        this.store = store;
    }

    @Override
    public boolean move(Actor by, UUID from, UUID into) {
        store.move(by.workspace(), from, into);
        return false;
    }

    @Override
    public boolean erase(Actor by, Erased who) {
        store.remove(by.workspace(), who.customer());
        return false;
    }
}
