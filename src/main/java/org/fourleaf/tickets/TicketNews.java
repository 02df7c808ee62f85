package org.fourleaf.tickets;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.live.LiveEvent;
import org.fourleaf.platform.live.LiveNews;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells browsers which tickets changed, and that the numbers beside the views did. */
@Component
class TicketNews implements LiveNews {

    private static final Set<ActivityKind> COUNTED = Set.of(
            ActivityKind.TICKET_CREATED,
            ActivityKind.TICKET_STATUS_CHANGED,
            ActivityKind.TICKET_TRANSFERRED,
            ActivityKind.TICKET_ASSIGNED,
            ActivityKind.TICKET_MERGED,
            ActivityKind.TICKET_IMPORTED,
            ActivityKind.TICKET_SLA_CHANGED,
            ActivityKind.SLA_DUE_SOON,
            ActivityKind.SLA_MISSED,
            ActivityKind.SLA_MET,
            ActivityKind.SLA_NOT_APPLICABLE);

    private final TicketVersionQuery versions;

    TicketNews(TicketVersionQuery versions) {
        this.versions = versions;
    }

    @Override
    @Transactional(readOnly = true)
    public List<LiveEvent> of(UUID workspace, List<Recorded> lines) {
        Set<UUID> tickets = new LinkedHashSet<>();
        lines.forEach(line -> {
            if (line.ticket() != null && !line.imported()) {
                tickets.add(line.ticket());
            }
        });
        Map<UUID, TicketVersionQuery.Version> changed = versions.of(workspace, tickets);
        List<LiveEvent> events = new ArrayList<>();
        Set<UUID> told = new LinkedHashSet<>();
        for (Recorded line : lines) {
            TicketVersionQuery.Version ticket = line.ticket() == null ? null : changed.get(line.ticket());
            if (ticket != null) {
                tell(line, ticket, told, events);
            }
        }
        if (lines.stream().anyMatch(line -> COUNTED.contains(line.kind()))) {
            events.add(new LiveEvent("counts.changed", Map.of(), null, null));
        }
        return events;
    }

    private static void tell(Recorded line, TicketVersionQuery.Version ticket, Set<UUID> told, List<LiveEvent> events) {
        switch (line.kind()) {
            case DELIVERY_CHANGED ->
                events.add(new LiveEvent(
                        "delivery.changed",
                        Map.of(
                                "code",
                                ticket.code(),
                                "message",
                                line.facts().get("message").asString()),
                        ticket.department(),
                        null));
            case TICKET_VIEWED, DRAFT_SAVED -> {}
            default -> {
                if (told.add(ticket.id())) {
                    events.add(new LiveEvent(
                            "ticket.changed",
                            Map.of(
                                    "code",
                                    ticket.code(),
                                    "version",
                                    ticket.version(),
                                    "kind",
                                    line.kind().stored()),
                            ticket.department(),
                            null));
                }
                UUID before = left(line);
                if (before != null && !before.equals(ticket.department())) {
                    // Those who saw it where it was must take it off their lists.
                    events.add(new LiveEvent(
                            "ticket.changed",
                            Map.of("code", ticket.code(), "version", ticket.version(), "kind", "ticket.left"),
                            before,
                            null));
                }
            }
        }
    }

    private static @Nullable UUID left(Recorded line) {
        return line.kind() == ActivityKind.TICKET_TRANSFERRED
                ? UUID.fromString(Objects.requireNonNull(line.facts().get("from_department"))
                        .asString())
                : null;
    }
}
