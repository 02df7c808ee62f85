package org.fourleaf.customers;

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

/** The door to companies, and the little there is to do with them. */
@Component
@Transactional
public class Companies {

    private final CompanyStore store;
    private final Log log;

    Companies(CompanyStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    /** By id or by name. @throws Refusal not found */
    @Transactional(readOnly = true)
    public Company readable(Actor by, String reference) {
        return Reference.id(reference)
                .flatMap(id -> store.find(by.workspace(), id))
                .or(() -> store.byName(by.workspace(), reference))
                .orElseThrow(() -> Refusal.notFound("company"));
    }

    @Transactional(readOnly = true)
    public Page<Company> page(Actor by, @Nullable String typed, Slice slice) {
        return slice.page(store.page(by.workspace(), typed, slice), company -> Cursor.of(Texts.key(company.name())));
    }

    /** @throws Refusal conflict when the name is taken */
    public Company add(Actor by, String name, @Nullable String notes) {
        by.mustHave(Permission.CUSTOMERS_EDIT);
        Company company = new Company(Ids.next(), Texts.line(name), notes, 1);
        if (!store.insert(by.workspace(), company)) {
            throw nameTaken();
        }
        log.write(by, new CustomerChanged(null, company.id(), true));
        return company;
    }

    /** By id or name; one named but unknown is made. */
    public Company findOrAdd(Actor by, String reference) {
        Optional<Company> known = Reference.id(reference).flatMap(id -> store.find(by.workspace(), id));
        return known.or(() -> store.byName(by.workspace(), reference)).orElseGet(() -> {
            Company company = new Company(Ids.next(), Texts.line(reference), null, 1);
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
        log.write(by, new CustomerChanged(null, changed.id(), false));
        return store.find(by.workspace(), changed.id()).orElseThrow();
    }

    public void delete(Actor by, UUID id) {
        by.mustHave(Permission.CUSTOMERS_EDIT);
        store.delete(by.workspace(), id);
        log.write(by, new CustomerChanged(null, id, false));
    }

    private static Refusal nameTaken() {
        return Refusal.conflict("name-taken", "There is already a company of this name.");
    }
}
