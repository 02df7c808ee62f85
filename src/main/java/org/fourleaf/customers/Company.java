package org.fourleaf.customers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A company customers work for.
 *
 * @param domains mail from one of these joins the company; lower case
 * @param fields custom fields by key
 */
public record Company(
        UUID id,
        String name,
        List<String> domains,
        @Nullable String notes,
        ObjectNode fields,
        long version) {

    public Company {
        domains = List.copyOf(domains);
    }
}
