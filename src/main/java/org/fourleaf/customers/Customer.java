package org.fourleaf.customers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who writes or calls. Needs no account.
 *
 * @param email the address we write to, first of {@code emails}; none for one known by phone only
 * @param fields custom fields by key
 * @param erasedAt when everything about them was taken away; their tickets stay
 */
public record Customer(
        UUID id,
        @Nullable String email,
        List<String> emails,
        List<String> phones,
        String name,
        @Nullable CompanyName company,
        @Nullable String language,
        @Nullable String timeZone,
        List<String> groups,
        ObjectNode fields,
        @Nullable String notes,
        @Nullable Instant erasedAt,
        long version) {

    /** A company as its customers name it. */
    public record CompanyName(UUID id, String name) {}

    public Customer {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        groups = List.copyOf(groups);
    }

    public PersonName named() {
        return new PersonName(id, email, name);
    }

    public @Nullable UUID companyId() {
        return company == null ? null : company.id;
    }
}
