package org.fourleaf.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketCard;
import org.fourleaf.tickets.TicketCardQuery;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One search over all there is to find. Articles will be a third kind beside tickets and customers. */
@Component
@Transactional(readOnly = true)
class Searching {

    /** Beside tickets only so many customers are shown. */
    private static final int CUSTOMERS_BESIDE_MAX = 5;

    /** What can be asked for alone. */
    enum Kind {
        TICKETS,
        CUSTOMERS
    }

    /**
     * What was found.
     *
     * @param alike words that look alike stood for words that are hardly found
     * @param next where the next page of tickets, or of customers when they were asked for alone, begins
     */
    record Found(
            List<TicketHit> tickets,
            List<CustomerHitQuery.CustomerHit> customers,
            boolean alike,
            @Nullable String next) {}

    private final TicketSearch search;
    private final CustomerHitQuery customers;
    private final ExcerptQuery excerpts;
    private final Tickets tickets;
    private final TicketCardQuery cards;

    Searching(
            TicketSearch search,
            CustomerHitQuery customers,
            ExcerptQuery excerpts,
            Tickets tickets,
            TicketCardQuery cards) {
        this.search = search;
        this.customers = customers;
        this.excerpts = excerpts;
        this.tickets = tickets;
        this.cards = cards;
    }

    Found find(Actor by, String typed, @Nullable Kind kind, Slice slice) {
        if (kind == Kind.CUSTOMERS) {
            Page<CustomerHitQuery.CustomerHit> page = customers(by, typed, slice, false);
            return new Found(List.of(), page.items(), false, page.next());
        }
        TicketSearch.Hits hits = search.page(by, typed, slice);
        List<TicketCard> found = withNamed(by, typed, slice, hits.tickets().items());
        Map<String, ExcerptQuery.Said> said =
                excerpts.of(by.workspace(), found.stream().map(TicketCard::code).toList(), hits.lit());
        List<TicketHit> shown = found.stream()
                .map(card -> TicketHit.of(card, Marks.of(card.subject(), hits.lit()), said.get(card.code())))
                .toList();
        boolean beside = kind == null && slice.cursor() == null;
        return new Found(
                shown,
                beside
                        ? customers(by, typed, Slice.first(CUSTOMERS_BESIDE_MAX), true)
                                .items()
                        : List.of(),
                hits.alike(),
                hits.tickets().next());
    }

    /** A code finds its ticket wherever it lies, and before all that mention it. */
    private List<TicketCard> withNamed(Actor by, String typed, Slice slice, List<TicketCard> found) {
        Optional<Ticket> named = slice.cursor() == null ? tickets.found(by, typed) : Optional.empty();
        if (named.isEmpty()) {
            return found;
        }
        String code = named.get().code().text();
        List<TicketCard> all = new ArrayList<>();
        all.add(cards.one(by, named.get().id()));
        found.stream().filter(card -> !card.code().equals(code)).forEach(all::add);
        return all;
    }

    private Page<CustomerHitQuery.CustomerHit> customers(Actor by, String typed, Slice slice, boolean some) {
        String words = CustomerWords.of(Typed.of(typed));
        return words == null ? new Page<>(List.of(), null) : customers.page(by.workspace(), words, slice, some);
    }
}
