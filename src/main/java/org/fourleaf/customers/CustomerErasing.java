package org.fourleaf.customers;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes everything about a customer away, as the law gives them the right to. Who they were goes at once, so that the next mail of the
 * address is somebody new; what they wrote follows in batches by {@link CustomerFollowing}. Their tickets stay, and with them every figure.
 */
@Component
@Transactional
class CustomerErasing {

    private static final int NAMES_MAX = 10;
    private static final int NAME_LENGTH_MIN = 2;
    private static final int NAME_PART_LENGTH_MIN = 3;
    private static final Pattern SPACE = Pattern.compile("[\\s,]+");

    private final CustomerStore store;
    private final CustomerWorkStore works;
    private final Log log;
    private final Clock clock;

    CustomerErasing(CustomerStore store, CustomerWorkStore works, Log log, Clock clock) {
        this.store = store;
        this.works = works;
        this.log = log;
        this.clock = clock;
    }

    /** @return what is left to do after the commit; none when they are erased already. @throws Refusal not found */
    Optional<CustomerWork> erase(Actor by, UUID id) {
        by.mustHave(Permission.CUSTOMERS_ERASE);
        Customer customer = store.lock(by.workspace(), id)
                .orElseThrow(() -> Refusal.conflict("merged", "They were merged meanwhile."));
        if (customer.erasedAt() != null) {
            return Optional.empty();
        }
        CustomerWork work =
                new CustomerWork(id, null, customer.emails(), names(customer.name()), by.isAgent() ? by.id() : null);
        works.add(by.workspace(), work, clock.instant());
        store.removeAddresses(by.workspace(), id);
        store.blank(by.workspace(), id, null, clock.instant());
        log.write(by, new CustomerErased(id));
        return Optional.of(work);
    }

    /** In full, and each part that is long enough to be nobody's everyday word. */
    private static List<String> names(String name) {
        Set<String> names = new LinkedHashSet<>();
        if (name.strip().length() >= NAME_LENGTH_MIN) {
            names.add(name.strip());
        }
        for (String part : SPACE.split(name.strip(), NAMES_MAX)) {
            if (part.length() >= NAME_PART_LENGTH_MIN && names.size() < NAMES_MAX) {
                names.add(part);
            }
        }
        return List.copyOf(names);
    }
}
