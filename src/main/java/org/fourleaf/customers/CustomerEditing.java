package org.fourleaf.customers;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds and edits customers. An address belongs to one customer. */
@Component
@Transactional
public class CustomerEditing {

    private final CustomerStore store;
    private final Log log;

    CustomerEditing(CustomerStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    /** @throws Refusal conflict when one of the addresses is somebody's */
    public Customer add(Actor by, Customer customer) {
        by.mustHave(Permission.CUSTOMERS_EDIT);
        store.insert(by.workspace(), customer, false);
        addAddresses(by, customer.id(), customer.emails());
        log.write(by, new CustomerChanged(customer.id(), null, true));
        return store.find(by.workspace(), customer.id()).orElseThrow();
    }

    /** The customer as it is now and stays until the transaction ends, to be changed. @throws Refusal not found, or stale */
    public Customer forChange(Actor by, UUID id, @Nullable Long expectedVersion) {
        by.mustHave(Permission.CUSTOMERS_EDIT);
        Customer customer = store.lock(by.workspace(), id).orElseThrow(() -> Refusal.notFound("customer"));
        if (customer.erasedAt() != null) {
            throw Refusal.conflict(
                    "erased", "Everything about this customer was erased; there is nothing left to change.");
        }
        if (expectedVersion != null && expectedVersion != customer.version()) {
            throw Refusal.stale();
        }
        return customer;
    }

    /** @throws Refusal conflict when one of the addresses is somebody else's */
    public Customer change(Actor by, Customer was, Customer wanted) {
        by.mustHave(Permission.CUSTOMERS_EDIT);
        store.update(by.workspace(), wanted);
        if (!was.emails().equals(wanted.emails())) {
            store.removeAddresses(by.workspace(), was.id());
            addAddresses(by, was.id(), wanted.emails());
        }
        log.write(by, new CustomerChanged(was.id(), null, false));
        return store.find(by.workspace(), was.id()).orElseThrow();
    }

    /** The first one given is the one we write to. */
    private void addAddresses(Actor by, UUID customer, List<String> emails) {
        for (int i = 0; i < emails.size(); i++) {
            if (!store.addAddress(by.workspace(), customer, emails.get(i), i == 0)) {
                throw Refusal.conflict("email-taken", "Another customer has the address " + emails.get(i) + ".");
            }
        }
    }
}
