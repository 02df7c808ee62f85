package org.fourleaf.tickets;

import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox and its numbers over HTTP. */
@RestController
class TicketListController {

    private final Tickets tickets;
    private final TicketListQuery list;
    private final TicketCardQuery cards;
    private final CountsQuery counts;
    private final References references;
    private final TicketFinding finding;

    TicketListController(
            Tickets tickets,
            TicketListQuery list,
            TicketCardQuery cards,
            CountsQuery counts,
            References references,
            TicketFinding finding) {
        this.tickets = tickets;
        this.list = list;
        this.cards = cards;
        this.counts = counts;
        this.references = references;
        this.finding = finding;
    }

    @GetMapping("/api/v1/counts")
    CountsQuery.Counts counts(Actor by) {
        return counts.counts(by);
    }

    /**
     * Without {@code status}: all but spam, deleted and merged.
     *
     * @param q a ticket's code, or words and operators of the search language
     */
    @GetMapping("/api/v1/tickets")
    @Transactional(readOnly = true)
    Page<TicketCard> list(
            Actor by,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable @Size(max = TicketFinding.TYPED_LENGTH_MAX) String q,
            @RequestParam(defaultValue = "-last_message") String sort,
            Slice slice) {
        TicketListQuery.Sort order = TicketListQuery.Sort.named(sort);
        UUID inDepartment = department == null ? null : references.department(by, department, "department");
        Given<UUID> owner = assignee == null
                ? Given.nothing()
                : Given.of(assignee.equals("none") ? null : references.agent(by, assignee, "assignee"));
        Optional<UUID> tagged = tag == null ? Optional.empty() : references.tag(by, tag);
        if (tag != null && tagged.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Optional<Ticket> named = q == null ? Optional.empty() : tickets.found(by, q);
        if (named.isPresent()) {
            return new Page<>(List.of(cards.one(by, named.get().id())), null);
        }
        TicketFinding.Found found = q == null || q.isBlank() ? null : finding.find(by, q);
        return list.page(
                by,
                new TicketListQuery.Filter(
                        statuses(status, order, found),
                        inDepartment,
                        owner,
                        tagged.orElse(null),
                        customer == null
                                ? null
                                : references.customer(by, customer).stream().toList(),
                        found,
                        order,
                        slice));
    }

    /** Importance orders what waits for us: new and open tickets. */
    private static Set<TicketStatus> statuses(
            @Nullable String names, TicketListQuery.Sort order, TicketFinding.@Nullable Found found) {
        boolean important = order == TicketListQuery.Sort.IMPORTANCE;
        if (names == null || names.isBlank()) {
            Set<TicketStatus> all = EnumSet.copyOf(found == null ? TicketStatus.LISTED : found.statuses());
            if (important) {
                all.retainAll(EnumSet.of(TicketStatus.NEW, TicketStatus.OPEN));
            }
            return all;
        }
        Set<TicketStatus> statuses = EnumSet.noneOf(TicketStatus.class);
        for (String name : Arrays.asList(names.split(",", -1))) {
            TicketStatus status = TicketStatus.named(name.strip());
            if (status == null) {
                throw Refusal.malformed(
                        "status",
                        "Statuses, separated by commas: new, open, answered, pending, postponed,"
                                + " chatting, calling, resolved, spam, deleted.");
            }
            if (important && !status.isWaiting()) {
                throw Refusal.malformed("sort", "Importance orders new and open tickets only.");
            }
            statuses.add(status);
        }
        return statuses;
    }
}
