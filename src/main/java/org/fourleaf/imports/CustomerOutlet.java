package org.fourleaf.imports;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.customers.Customer;
import org.fourleaf.customers.Customers;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Customers as lines, by name. */
@Component
class CustomerOutlet implements Outlet {

    private static final int PAGE_SIZE = 200;

    private final Customers customers;
    private final ImportKeyStore keys;

    CustomerOutlet(Customers customers, ImportKeyStore keys) {
        this.customers = customers;
        this.keys = keys;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CUSTOMERS;
    }

    @Override
    public void write(Actor by, Range range, Sink sink) throws IOException {
        @Nullable String cursor = null;
        do {
            Page<Customer> page = customers.page(by, null, new Slice(PAGE_SIZE, cursor));
            List<UUID> ids = page.items().stream().map(Customer::id).toList();
            Map<UUID, String> externalIds = keys.externalIds(by.workspace(), ImportKeyStore.Kind.CUSTOMER, ids);
            for (Customer customer : page.items()) {
                sink.line(line(
                        customer,
                        externalIds.getOrDefault(customer.id(), customer.id().toString())));
            }
            cursor = page.next();
        } while (cursor != null);
    }

    private static ObjectNode line(Customer customer, String externalId) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("external_id", externalId);
        OutletFields.putUnlessNull(line, "email", customer.email());
        line.put("name", customer.name());
        OutletFields.putUnlessNull(
                line,
                "company",
                customer.company() == null ? null : customer.company().name());
        OutletFields.putUnlessNull(line, "language", customer.language());
        OutletFields.putUnlessNull(line, "time_zone", customer.timeZone());
        OutletFields.putList(line, "groups", customer.groups());
        line.set("fields", customer.fields());
        if (customer.emails().size() > 1) {
            OutletFields.putList(line, "emails", customer.emails());
        }
        OutletFields.putListUnlessEmpty(line, "phones", customer.phones());
        OutletFields.putUnlessNull(line, "notes", customer.notes());
        return line;
    }
}
