package org.fourleaf.audit;

import java.util.List;
import java.util.Map;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Walks along the chain and says whether it is whole, or where it breaks. */
@Component
class AuditVerifying {

    private static final int PAGE_LINES = 1_000;

    /**
     * What was found.
     *
     * @param lines how many are sealed and good
     * @param head the seal of the last good one; written down elsewhere it proves later that nothing was cut off at the end
     * @param broken where it breaks, none when it is whole
     */
    record Verdict(
            boolean intact,
            long lines,
            String head,
            @Nullable Break broken) {}

    /** @param reason missing_link, missing_line or changed_line */
    record Break(long n, long seq, String reason) {}

    private final AuditChainStore store;

    AuditVerifying(AuditChainStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public Verdict verify(Actor by) {
        by.mustHave(Permission.AUDIT_READ);
        long n = 0;
        String head = AuditSeal.FIRST;
        while (true) {
            List<AuditChainStore.Link> page = store.after(by.workspace(), n, PAGE_LINES);
            if (page.isEmpty()) {
                return new Verdict(true, n, head, null);
            }
            Map<Long, Recorded> lines = store.lines(
                    by.workspace(), page.stream().map(AuditChainStore.Link::seq).toList());
            for (AuditChainStore.Link link : page) {
                Recorded line = lines.get(link.seq());
                String reason = link.n() != n + 1
                        ? "missing_link"
                        : line == null
                                ? "missing_line"
                                : AuditSeal.of(head, link.n(), line).equals(link.hash()) ? null : "changed_line";
                if (reason != null) {
                    return new Verdict(false, n, head, new Break(n + 1, link.seq(), reason));
                }
                n = link.n();
                head = link.hash();
            }
        }
    }
}
