package org.fourleaf.rules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.web.Given;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.TicketChanging;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The one thing an action changes of a ticket; all else stays. */
final class Changed {

    private @Nullable TicketStatus status;
    private Given<String> disposition = Given.nothing();
    private @Nullable Instant until;
    private @Nullable UUID department;
    private Given<UUID> assignee = Given.nothing();
    private @Nullable Priority priority;
    private Given<UUID> slaLevel = Given.nothing();
    private @Nullable List<String> tags;
    private @Nullable String subject;
    private @Nullable ObjectNode fields;

    Changed status(TicketStatus to) {
        status = to;
        return this;
    }

    Changed disposition(String to) {
        disposition = Given.of(to);
        return this;
    }

    Changed until(Instant to) {
        until = to;
        return this;
    }

    Changed department(UUID to) {
        department = to;
        return this;
    }

    Changed assignee(Given<UUID> to) {
        assignee = to;
        return this;
    }

    Changed priority(@Nullable Priority to) {
        priority = to;
        return this;
    }

    Changed slaLevel(UUID to) {
        slaLevel = Given.of(to);
        return this;
    }

    Changed tags(List<String> to) {
        tags = to;
        return this;
    }

    Changed subject(String to) {
        subject = to;
        return this;
    }

    Changed fields(@Nullable ObjectNode to) {
        fields = to;
        return this;
    }

    TicketChanging.Change made() {
        return new TicketChanging.Change(
                status,
                Given.nothing(),
                disposition,
                until,
                department,
                assignee,
                priority,
                slaLevel,
                tags,
                subject,
                null,
                fields);
    }
}
