package org.fourleaf.customers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Makes one customer of two. Addresses move at once; tickets follow in batches by {@link CustomerFollowing}. */
@Component
@Transactional
class CustomerMerging {

    private final CustomerStore store;
    private final CustomerWorkStore works;
    private final Log log;
    private final Clock clock;

    CustomerMerging(CustomerStore store, CustomerWorkStore works, Log log, Clock clock) {
        this.store = store;
        this.works = works;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What is known of the one is added to the other, which keeps its own word where both have one.
     *
     * @return what is left to do after the commit
     * @throws Refusal conflict with itself, and for one merged or erased meanwhile
     */
    CustomerWork merge(Actor by, UUID from, UUID into) {
        by.mustHave(Permission.CUSTOMERS_EDIT);
        if (from.equals(into)) {
            throw Refusal.conflict("not-possible", "A customer can't be merged into themselves.");
        }
        // In one order, so that two opposite merges come one after the other.
        boolean forward = from.compareTo(into) < 0;
        Customer first = locked(by, forward ? from : into);
        Customer second = locked(by, forward ? into : from);
        Customer gone = forward ? first : second;
        Customer kept = forward ? second : first;
        boolean named = !store.guessed(by.workspace(), into);
        store.moveAddresses(by.workspace(), from, into);
        store.blank(by.workspace(), from, into, clock.instant());
        if (!named && !gone.name().isEmpty()) {
            store.learnName(by.workspace(), into, gone.name());
        }
        store.update(by.workspace(), joined(kept, gone, named ? kept.name() : gone.name()));
        CustomerWork work = new CustomerWork(from, into, List.of(), List.of(), by.isAgent() ? by.id() : null);
        works.add(by.workspace(), work, clock.instant());
        log.write(by, new CustomersMerged(into, from));
        return work;
    }

    private Customer locked(Actor by, UUID id) {
        return store.lock(by.workspace(), id)
                .filter(customer -> customer.erasedAt() == null)
                .orElseThrow(() -> Refusal.conflict("merged", "One of them was merged or erased meanwhile."));
    }

    private static Customer joined(Customer kept, Customer gone, String name) {
        ObjectNode fields = gone.fields().deepCopy();
        fields.setAll(kept.fields());
        return new Customer(
                kept.id(),
                kept.email(),
                kept.emails(),
                both(kept.phones(), gone.phones()),
                name,
                kept.company() == null ? gone.company() : kept.company(),
                Objects.requireNonNullElse(kept.language(), "").isEmpty() ? gone.language() : kept.language(),
                kept.timeZone() == null ? gone.timeZone() : kept.timeZone(),
                both(kept.groups(), gone.groups()),
                fields,
                Notes.joined(kept.notes(), gone.notes()),
                null,
                kept.version());
    }

    private static List<String> both(List<String> one, List<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return new ArrayList<>(all);
    }
}
