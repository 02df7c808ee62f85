package org.fourleaf.search;

import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.TicketFinding;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search over HTTP. */
@RestController
class SearchController {

    private final Searching searching;

    SearchController(Searching searching) {
        this.searching = searching;
    }

    /**
     * Tickets by relevance, and customers beside the first page.
     *
     * @param q words, phrases and operators of the search language
     * @param kind {@code tickets} or {@code customers}, only those
     */
    @GetMapping("/api/v1/search")
    @Transactional(readOnly = true)
    Searching.Found search(
            Actor by,
            @RequestParam @Size(max = TicketFinding.TYPED_LENGTH_MAX) String q,
            @RequestParam(required = false) @Nullable String kind,
            Slice slice) {
        return searching.find(by, q, kind(kind), slice);
    }

    private static Searching.@Nullable Kind kind(@Nullable String named) {
        if (named == null) {
            return null;
        }
        try {
            return Searching.Kind.valueOf(named.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("kind", "One of tickets, customers.");
        }
    }
}
