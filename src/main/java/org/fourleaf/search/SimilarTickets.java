package org.fourleaf.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketCard;
import org.fourleaf.tickets.TicketCardQuery;
import org.fourleaf.tickets.TicketStatus;
import org.fourleaf.tickets.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is like a ticket: those that share the rarest words of its subject and first message. A word weighs by how few documents have it;
 * a resolved ticket that was answered is preferred, because what was said there may help here.
 */
@Component
@Transactional(readOnly = true)
class SimilarTickets {

    private static final int SHOWN_MAX = 6;
    private static final int LOOKED_AT_MAX = 60;
    private static final int WORDS_MAX = 12;
    private static final int WORD_LENGTH_MIN = 3;
    private static final double RESOLVED_FACTOR = 1.25;
    /** A word in more than one of so many documents says nothing. */
    private static final int COMMON_FROM_ONE_IN = 8;
    /** What has less in common than this part of what the ticket has in common with itself is not like it. */
    private static final double LIKE_FROM = 0.3;

    private final Tickets tickets;
    private final SimilarQuery query;
    private final VocabularyStore vocabulary;
    private final Departments departments;
    private final TicketCardQuery cards;

    SimilarTickets(
            Tickets tickets,
            SimilarQuery query,
            VocabularyStore vocabulary,
            Departments departments,
            TicketCardQuery cards) {
        this.tickets = tickets;
        this.query = query;
        this.vocabulary = vocabulary;
        this.departments = departments;
        this.cards = cards;
    }

    /** The most alike first. */
    List<TicketCard> of(Actor by, String code) {
        Ticket ticket = tickets.readable(by, code);
        Map<String, Double> weights = weights(by, ticket);
        if (weights.isEmpty()) {
            return List.of();
        }
        double own = weights.values().stream().mapToDouble(weight -> weight).sum();
        Map<UUID, Double> shared = new HashMap<>(query.sharing(by.workspace(), weights));
        shared.remove(ticket.id());
        shared.values().removeIf(weight -> weight < LIKE_FROM * own);
        List<UUID> first = shared.entrySet().stream()
                .sorted(Map.Entry.<UUID, Double>comparingByValue().reversed())
                .limit(LOOKED_AT_MAX)
                .map(Map.Entry::getKey)
                .toList();
        Map<UUID, Double> scores = new LinkedHashMap<>();
        query.seen(by.workspace(), departments.seenBy(by), first).forEach(seen -> {
            boolean helps = seen.status() == TicketStatus.RESOLVED && seen.answered();
            scores.put(seen.id(), shared.getOrDefault(seen.id(), 0.0) * (helps ? RESOLVED_FACTOR : 1));
        });
        List<UUID> best = scores.entrySet().stream()
                .sorted(Map.Entry.<UUID, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .limit(SHOWN_MAX)
                .map(Map.Entry::getKey)
                .toList();
        return cards.cards(by, best);
    }

    private Map<String, Double> weights(Actor by, Ticket ticket) {
        WordVector words = new WordVector();
        words.add(ticket.subject());
        query.firstMessage(by.workspace(), ticket.id()).ifPresent(words::add);
        Set<String> written = words.written();
        long size = vocabulary.size(by.workspace()).documents();
        Map<String, Double> weights = new LinkedHashMap<>();
        vocabulary.documents(by.workspace(), written).entrySet().stream()
                .filter(used -> tells(used.getKey()))
                .filter(used -> used.getValue() > 1 && used.getValue() <= Math.max(5, size / COMMON_FROM_ONE_IN))
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(WORDS_MAX)
                .forEach(used -> weights.put(used.getKey(), Math.log(1 + (double) size / used.getValue())));
        return weights;
    }

    /** Short words and bare numbers tell nothing; of scripts without spaces a pair of signs does. */
    private static boolean tells(String word) {
        boolean signs = Character.isIdeographic(word.codePointAt(0));
        int length = word.codePointCount(0, word.length());
        return (signs ? length > 1 : length >= WORD_LENGTH_MIN)
                && word.codePoints().anyMatch(Character::isLetter);
    }
}
