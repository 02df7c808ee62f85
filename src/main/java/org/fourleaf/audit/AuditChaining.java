package org.fourleaf.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Seals every administrative line as it appears in the log, in the order in which the log is read. */
@Component
class AuditChaining implements LogReader {

    private final AuditChainStore store;

    AuditChaining(AuditChainStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "audit-chain";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return Arrays.stream(ActivityKind.values())
                .filter(kind -> kind.code() >= ActivityKind.FIRST_ADMINISTRATIVE_CODE)
                .collect(Collectors.toSet());
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        UUID workspace = page.getFirst().workspace();
        AuditChainStore.Link last = store.last(workspace).orElse(new AuditChainStore.Link(0, 0, AuditSeal.FIRST));
        for (Recorded line : page) {
            long n = last.n() + 1;
            last = new AuditChainStore.Link(n, line.seq(), AuditSeal.of(last.hash(), n, line));
            store.append(workspace, last);
        }
    }
}
