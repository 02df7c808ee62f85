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
    private final CompanyStore companies;
    private final CustomerListQuery list;
    private final Log log;

    Customers(CustomerStore store, CompanyStore companies, CustomerListQuery list, Log log) {
        this.store = store;
        this.companies = companies;
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
        return store.heldByAddress(by.workspace(), email)
                .map(known -> completed(by, known, email, name))
                .orElseGet(() -> add(by, email, name));
    }

    /** Whether everything about the customer was taken away: nobody writes into their tickets any more. */
    public boolean isErased(Actor by, UUID id) {
        return store.isErased(by.workspace(), id);
    }

    /** What a mail tells of somebody known: the name, where we only guessed one, and the company, by the domain. */
    private Customer completed(Actor by, Customer known, String email, @Nullable String name) {
        String told = nameOrNull(name);
        boolean learned =
                told != null && !Texts.key(told).equals(email) && store.learnName(by.workspace(), known.id(), told);
        UUID company = known.company() == null
                ? companies.ofDomain(by.workspace(), domain(email)).orElse(null)
                : null;
        if (company != null) {
            store.joinCompany(by.workspace(), known.id(), company);
        }
        if (!learned && company == null) {
            return known;
        }
        log.write(by, new CustomerChanged(known.id(), null, false));
        return store.find(by.workspace(), known.id()).orElseThrow();
    }

    private Customer add(Actor by, String email, @Nullable String name) {
        Customer customer = fresh(by, email, name);
        store.insert(by.workspace(), customer, nameOrNull(name) == null);
        if (store.addAddress(by.workspace(), customer.id(), email, true)) {
            log.write(by, new CustomerChanged(customer.id(), customer.companyId(), true));
            return customer;
        }
        // Somebody added the address in the meantime: theirs is the customer.
        store.delete(by.workspace(), customer.id());
        return readable(by, store.idByAddress(by.workspace(), email).orElseThrow());
    }

    private Customer fresh(Actor by, String email, @Nullable String name) {
        String known = nameOrNull(name);
        Customer.CompanyName company = companies
                .ofDomain(by.workspace(), domain(email))
                .flatMap(id -> companies.find(by.workspace(), id))
                .map(found -> new Customer.CompanyName(found.id(), found.name()))
                .orElse(null);
        return new Customer(
                Ids.next(),
                email,
                List.of(email),
                List.of(),
                known == null ? Texts.cut(email.substring(0, email.indexOf('@')), Limits.NAME_LENGTH_MAX) : known,
                company,
                null,
                null,
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                null,
                null,
                1);
    }

    private static @Nullable String nameOrNull(@Nullable String name) {
        return Texts.orNull(name == null ? null : Texts.cut(Texts.line(name), Limits.NAME_LENGTH_MAX));
    }

    private static String domain(String email) {
        return email.substring(email.indexOf('@') + 1);
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
        return list.page(by.workspace(), typed, null, null, slice);
    }

    /** By name, of one company or group. */
    Page<Customer> page(Actor by, @Nullable String typed, @Nullable UUID company, @Nullable String group, Slice slice) {
        return list.page(by.workspace(), typed, company, group, slice);
    }

    /** Every group somebody is in, by name. */
    List<CustomerListQuery.Group> groups(Actor by) {
        return list.groups(by.workspace());
    }
}
