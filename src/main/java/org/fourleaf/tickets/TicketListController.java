package org.fourleaf.tickets;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
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

    private static final int COUNTED_MAX = 100_000;
    private static final int LOOKED_AT_MAX = 200_000;

    /** @param more there are at least so many; counting stopped at its bound */
    record Count(long count, boolean more) {}

    private final Tickets tickets;
    private final TicketListQuery list;
    private final TicketCardQuery cards;
    private final CountsQuery counts;
    private final TicketFilters filters;
    private final TicketSetQuery set;

    TicketListController(
            Tickets tickets,
            TicketListQuery list,
            TicketCardQuery cards,
            CountsQuery counts,
            TicketFilters filters,
            TicketSetQuery set) {
        this.tickets = tickets;
        this.list = list;
        this.cards = cards;
        this.counts = counts;
        this.filters = filters;
        this.set = set;
    }

    /** @param saved whether saved views are counted as well, each up to a bound */
    @GetMapping("/api/v1/counts")
    CountsQuery.Counts counts(Actor by, @RequestParam(defaultValue = "true") boolean saved) {
        return counts.counts(by, saved);
    }

    /**
     * Without {@code status}: all but spam, deleted and merged. Without {@code sort}: the view's own order, or {@code -last_message}.
     *
     * @param subStatus its id or name
     * @param due only those that are {@code due_soon} or {@code overdue}
     * @param q a ticket's code, or words and operators of the search language
     * @param view a saved view, whose condition holds besides the other parameters; a page of one may be short and still have a next
     */
    @GetMapping("/api/v1/tickets")
    @Transactional(readOnly = true)
    Page<TicketCard> list(
            Actor by,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(name = "sub_status", required = false) @Nullable String subStatus,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable @Size(max = TicketFinding.TYPED_LENGTH_MAX) String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable UUID view,
            Slice slice) {
        Optional<Ticket> named = q == null ? Optional.empty() : tickets.found(by, q);
        if (named.isPresent()) {
            return new Page<>(List.of(cards.one(by, named.get().id())), null);
        }
        return filters.read(
                        by,
                        new TicketFilters.Asked(status, subStatus, department, assignee, tag, customer, due, q, view),
                        sort,
                        slice)
                .map(filter -> list.page(by, filter))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    /**
     * How many tickets a list would show, exactly up to a bound.
     *
     * @param subStatus its id or name
     * @param due only those that are {@code due_soon} or {@code overdue}
     * @param q a ticket's code, or words and operators of the search language
     */
    @GetMapping("/api/v1/tickets/count")
    @Transactional(readOnly = true)
    Count count(
            Actor by,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(name = "sub_status", required = false) @Nullable String subStatus,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable @Size(max = TicketFinding.TYPED_LENGTH_MAX) String q,
            @RequestParam(required = false) @Nullable UUID view) {
        if (q != null && tickets.found(by, q).isPresent()) {
            return new Count(1, false);
        }
        return filters.read(
                        by,
                        new TicketFilters.Asked(status, subStatus, department, assignee, tag, customer, due, q, view),
                        null,
                        Slice.first(1))
                .map(filter -> set.count(by, filter, COUNTED_MAX, LOOKED_AT_MAX))
                .map(found -> new Count(found.n(), found.more()))
                .orElseGet(() -> new Count(0, false));
    }
}
