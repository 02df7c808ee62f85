package org.fourleaf.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of the audit log, its ids resolved to names as they are now.
 *
 * @param action such as {@code agent.added}
 * @param subject what was acted on, where it is one thing
 * @param detail the other facts
 */
record AuditLine(
        long seq,
        Instant at,
        Who by,
        String action,
        @Nullable Subject subject,
        ObjectNode detail) {

    /** @param kind agent, customer, rule, clock, import or system */
    record Who(String kind, @Nullable UUID id, @Nullable String name) {}

    /** @param kind agent, customer, company or department */
    record Subject(String kind, UUID id, @Nullable String name) {}
}
