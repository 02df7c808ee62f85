package org.fourleaf.customers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.people.PersonName;
import org.fourleaf.people.Reference;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;

/** The door to customers: everybody who may answer may see whom they answer. */
@Component
@Transactional(readOnly = true)
public class Customers {

    private final CustomerStore store;
    private final CustomerListQuery list;
    private final Log log;

    Customers(CustomerStore store, CustomerListQuery list, Log log) {
        this.store = store;
        this.list = list;
        this.log = log;
    }

    /** @throws Refusal not found */
    public Customer readable(Actor by, UUID id) {
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("customer"));
    }

    /** By id or by any of the customer's addresses. @throws Refusal not found */
    public Customer readable(Actor by, String reference) {
        return find(by, reference).orElseThrow(() -> Refusal.notFound("customer"));
    }

    public Optional<Customer> find(Actor by, String reference) {
        return Reference.id(reference)
                .or(() -> EmailAddress.ofLenient(reference)
                        .flatMap(address -> store.idByAddress(by.workspace(), address)))
                .flatMap(id -> store.find(by.workspace(), id));
    }

    /**
     * The customer with the address, made when there is none; two who ask at once get the same one.
     *
     * @param name for a new customer; without it the address's local part serves
     * @throws Refusal malformed when it can't be an address
     */
    @Transactional
    public Customer findOrAdd(Actor by, String address, @Nullable String name) {
        String email = EmailAddress.of(address, "/customer/email");
        return store.idByAddress(by.workspace(), email)
                .flatMap(id -> store.find(by.workspace(), id))
                .orElseGet(() -> add(by, email, name));
    }

    private Customer add(Actor by, String email, @Nullable String name) {
        Customer customer = fresh(email, name);
        store.insert(by.workspace(), customer);
        if (store.addAddress(by.workspace(), customer.id(), email, true)) {
            log.write(by, new CustomerChanged(customer.id(), null, true));
            return customer;
        }
        // Somebody added the address in the meantime: theirs is the customer.
        store.delete(by.workspace(), customer.id());
        return readable(by, store.idByAddress(by.workspace(), email).orElseThrow());
    }

    private static Customer fresh(String email, @Nullable String name) {
        String known = Texts.orNull(name == null ? null : Texts.line(name));
        return new Customer(
                Ids.next(),
                email,
                List.of(email),
                List.of(),
                Texts.cut(known == null ? email.substring(0, email.indexOf('@')) : known, Limits.NAME_LENGTH_MAX),
                null,
                null,
                null,
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                null,
                1);
    }

    /** Unknown ids are left out. */
    public Map<UUID, PersonName> names(Actor by, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.names(by.workspace(), ids).stream()
                        .collect(Collectors.toMap(PersonName::id, Function.identity()));
    }

    /** By name. @param typed how the name or an address starts, none for all */
    public Page<Customer> page(Actor by, @Nullable String typed, Slice slice) {
        return list.page(by.workspace(), typed, slice);
    }
}
