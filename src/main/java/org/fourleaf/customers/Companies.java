package org.fourleaf.customers;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.Reference;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The door to companies, and the little there is to do with them. */
@Component
@Transactional
public class Companies {

    private final CompanyStore store;
    private final CompanyWorkStore works;
    private final Log log;
    private final Clock clock;

    Companies(CompanyStore store, CompanyWorkStore works, Log log, Clock clock) {
        this.store = store;
        this.works = works;
        this.log = log;
        this.clock = clock;
    }

    /** By id or by name. @throws Refusal not found */
    @Transactional(readOnly = true)
    public Company readable(Actor by, String reference) {
        return find(by, reference).orElseThrow(() -> Refusal.notFound("company"));
    }

    @Transactional(readOnly = true)
    public Optional<Company> find(Actor by, String reference) {
        return Reference.id(reference)
                .flatMap(id -> store.find(by.workspace(), id))
                .or(() -> store.byName(by.workspace(), reference));
    }

    @Transactional(readOnly = true)
    public Page<Company> page(Actor by, @Nullable String typed, Slice slice) {
        return slice.page(store.page(by.workspace(), typed, slice), company -> Cursor.of(Texts.key(company.name())));
    }

    /** @throws Refusal conflict when the name is taken */
    public Company add(Actor by, Company company) {
        by.mustHave(Permission.CUSTOMERS_EDIT);
        if (!store.insert(by.workspace(), company)) {
            throw nameTaken();
        }
        setDomains(by, company);
        log.write(by, new CustomerChanged(null, company.id(), true));
        return company;
    }

    /** By id or name; one named but unknown is made. */
    public Company findOrAdd(Actor by, String reference) {
        Optional<Company> known = Reference.id(reference).flatMap(id -> store.find(by.workspace(), id));
        return known.or(() -> store.byName(by.workspace(), reference)).orElseGet(() -> {
            Company company = named(reference);
            if (store.insert(by.workspace(), company)) {
                log.write(by, new CustomerChanged(null, company.id(), true));
                return company;
            }
            return store.byName(by.workspace(), reference).orElseThrow();
        });
    }

    /** @throws Refusal stale, or conflict when the name is taken */
    public Company change(Actor by, Company changed, @Nullable Long expectedVersion) {
        by.mustHave(Permission.CUSTOMERS_EDIT);
        boolean fresh = expectedVersion == null || expectedVersion == changed.version();
        try {
            if (!fresh || !store.update(by.workspace(), changed)) {
                throw Refusal.stale();
            }
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
        store.removeDomains(by.workspace(), changed.id());
        setDomains(by, changed);
        log.write(by, new CustomerChanged(null, changed.id(), false));
        return store.find(by.workspace(), changed.id()).orElseThrow();
    }

    /** Its customers stay, without a company. @return what is left to do after the commit. @throws Refusal not found */
    CompanyWork delete(Actor by, UUID id) {
        by.mustHave(Permission.CUSTOMERS_EDIT);
        if (store.lock(by.workspace(), List.of(id)).isEmpty()) {
            throw Refusal.notFound("company");
        }
        store.removeDomains(by.workspace(), id);
        CompanyWork work = work(by, id, null);
        log.write(by, new CustomerChanged(null, id, false));
        return work;
    }

    /**
     * Makes one company of two. Domains move at once; customers and tickets follow in batches by {@link CompanyFollowing}.
     *
     * @return what is left to do after the commit
     * @throws Refusal not found, also for the one of two opposite merges that comes second; conflict with itself
     */
    CompanyWork merge(Actor by, UUID from, UUID into) {
        by.mustHave(Permission.CUSTOMERS_EDIT);
        if (from.equals(into)) {
            throw Refusal.conflict("not-possible", "A company can't be merged into itself.");
        }
        List<Company> both = store.lock(by.workspace(), List.of(from, into));
        if (both.size() < 2) {
            throw Refusal.notFound("company");
        }
        Company gone =
                both.stream().filter(one -> one.id().equals(from)).findFirst().orElseThrow();
        Company kept =
                both.stream().filter(one -> one.id().equals(into)).findFirst().orElseThrow();
        store.moveDomains(by.workspace(), from, into);
        CompanyWork work = work(by, from, into);
        store.update(by.workspace(), joined(kept, gone));
        log.write(by, new CompaniesMerged(into, from));
        return work;
    }

    private CompanyWork work(Actor by, UUID company, @Nullable UUID into) {
        CompanyWork work = new CompanyWork(company, into, by.isAgent() ? by.id() : null);
        works.add(by.workspace(), work, clock.instant());
        return work;
    }

    private static Company joined(Company kept, Company gone) {
        ObjectNode fields = gone.fields().deepCopy();
        fields.setAll(kept.fields());
        return new Company(
                kept.id(),
                kept.name(),
                kept.domains(),
                Notes.joined(kept.notes(), gone.notes()),
                fields,
                kept.version());
    }

    /** One of which nothing but the name is known. */
    private static Company named(String name) {
        return new Company(Ids.next(), Texts.line(name), List.of(), null, JsonNodeFactory.instance.objectNode(), 1);
    }

    private void setDomains(Actor by, Company company) {
        for (String domain : company.domains()) {
            if (!store.addDomain(by.workspace(), company.id(), domain)) {
                throw Refusal.conflict("domain-taken", "Another company has the domain " + domain + ".");
            }
        }
    }

    private static Refusal nameTaken() {
        return Refusal.conflict("name-taken", "There is already a company of this name.");
    }
}
