package org.fourleaf.customers;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.PastLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings customers in, many at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CustomerImporting {

    /**
     * A customer as another desk knows it. What is none stays as it is here.
     *
     * @param emails lower case; the first is the one we write to when the customer has none yet
     * @param fieldsJson a JSON object
     */
    public record Arriving(
            UUID id,
            List<String> emails,
            @Nullable String name,
            @Nullable UUID company,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable List<String> phones,
            @Nullable List<String> groups,
            @Nullable String fieldsJson,
            @Nullable String notes) {

        public Arriving {
            emails = List.copyOf(emails);
        }

        /** Known by an address and perhaps a name alone. */
        public static Arriving named(UUID id, String email, @Nullable String name) {
            return new Arriving(id, List.of(email), name, null, null, null, null, null, null, null);
        }

        String nameOrAddress() {
            if (name != null) {
                return name;
            }
            return emails.isEmpty()
                    ? "—"
                    : emails.getFirst().substring(0, emails.getFirst().indexOf('@'));
        }
    }

    /** Whom an address belongs to. */
    public record Known(UUID id, String name, @Nullable UUID company) {}

    private final CustomerBulkStore store;
    private final PastLog log;
    private final Clock clock;

    CustomerImporting(CustomerBulkStore store, PastLog log, Clock clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** By lower-case address; addresses nobody has are left out. */
    public Map<String, Known> byAddress(Actor by, Collection<String> addresses) {
        return addresses.isEmpty() ? Map.of() : store.byAddress(by.workspace(), addresses);
    }

    /** Adds those whose id is not here and changes the others. Every id at most once. An address of somebody else stays theirs. */
    public void put(Actor by, List<Arriving> arriving) {
        if (arriving.isEmpty()) {
            return;
        }
        store.upsert(by.workspace(), arriving);
        store.setGroups(by.workspace(), arriving);
        store.addAddresses(by.workspace(), arriving);
        log.write(
                by,
                arriving.stream()
                        .map(customer ->
                                log.line(new CustomerChanged(customer.id(), customer.company(), true), clock.instant()))
                        .toList());
    }

    /** Everybody these addresses belong to, having added those nobody has. */
    public Map<String, Known> findOrAdd(Actor by, Map<String, Arriving> wanted) {
        Map<String, Known> known = byAddress(by, wanted.keySet());
        List<Arriving> missing = wanted.entrySet().stream()
                .filter(entry -> !known.containsKey(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        if (missing.isEmpty()) {
            return known;
        }
        put(by, missing);
        Map<String, Known> all = byAddress(by, wanted.keySet());
        Set<UUID> here = all.values().stream().map(Known::id).collect(Collectors.toSet());
        List<UUID> late = missing.stream()
                .map(Arriving::id)
                .filter(id -> !here.contains(id))
                .toList();
        if (!late.isEmpty()) {
            // Somebody else took their addresses at the same moment: theirs are the customers.
            store.delete(by.workspace(), late);
        }
        return all;
    }
}
