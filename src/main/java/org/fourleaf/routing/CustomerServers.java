package org.fourleaf.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Remembers who answered each customer last, imported answers too: To solve prefers whom one knows. */
@Component
class CustomerServers implements LogReader {

    private final CustomerServerStore store;

    CustomerServers(CustomerServerStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "customer-servers";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return Set.of(ActivityKind.MESSAGE_SENT);
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        Map<UUID, CustomerServerStore.Served> last = new HashMap<>();
        for (Recorded line : page) {
            if (line.agent() != null && line.customer() != null) {
                CustomerServerStore.Served served = new CustomerServerStore.Served(
                        Objects.requireNonNull(line.customer()), Objects.requireNonNull(line.agent()), line.at());
                last.merge(served.customer(), served, (one, other) -> one.at().isAfter(other.at()) ? one : other);
            }
        }
        if (!last.isEmpty()) {
            store.put(page.getFirst().workspace(), List.copyOf(last.values()));
        }
    }
}
