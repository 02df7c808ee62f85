package org.fourleaf.ratings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.ActivityWords;
import org.fourleaf.platform.log.Log;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A customer rates an answer or a conversation: once, and within a day otherwise. The door for every channel. */
@Component
@Transactional
public class RatingGiving {

    private final RatingStore store;
    private final Tickets tickets;
    private final ActivityWords words;
    private final Log log;
    private final Clock clock;

    RatingGiving(RatingStore store, Tickets tickets, ActivityWords words, Log log, Clock clock) {
        this.store = store;
        this.tickets = tickets;
        this.words = words;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A changed vote takes the old one back and gives a new one; the same again changes nothing.
     *
     * @throws Refusal not found when the ticket is gone; conflict {@code rating-closed} when it was rated over a day ago, or was never
     *     rated and is older than {@value Rated#OPEN_DAYS} days, or its rating was invalidated
     */
    public void give(Actor by, Rated rated, Vote vote) {
        // Two votes at once meet here, and their lines keep their order.
        Ticket ticket = tickets.lockFollowingMerges(by, rated.ticket()).orElseThrow(() -> Refusal.notFound("ticket"));
        Instant now = clock.instant();
        StoredRating was =
                store.ofSubject(by.workspace(), Measure.RATING, rated.subject()).orElse(null);
        if (was == null ? !isOpen(rated, now) : !was.mayChangeAt(now)) {
            throw closed();
        }
        if (was != null && says(by, was, vote)) {
            return;
        }
        if (was != null) {
            log.write(by, was.invalidated(by.workspace(), null), now);
        }
        UUID said = keep(by, rated.customer(), vote.comment());
        StoredRating given = StoredRating.of(was == null ? Ids.next() : was.id(), rated, vote, said, now, 0);
        log.write(by, given.given(ticket.id()), now);
        long line = store.lineJustWritten(by.workspace(), ActivityKind.RATING_GIVEN);
        if (was == null) {
            store.insert(by.workspace(), List.of(StoredRating.of(given.id(), rated, vote, said, now, line)));
        } else {
            store.change(by.workspace(), was.id(), vote, said, now, line);
        }
    }

    /** Whether something never rated may still be. */
    static boolean isOpen(Rated rated, Instant now) {
        return now.isBefore(rated.at().plus(Duration.ofDays(Rated.OPEN_DAYS)));
    }

    /** What was said of it until now. */
    @Transactional(readOnly = true)
    Optional<StoredRating> of(Actor by, Rated rated) {
        return store.ofSubject(by.workspace(), Measure.RATING, rated.subject());
    }

    @Transactional(readOnly = true)
    @Nullable
    String comment(Actor by, StoredRating rating) {
        if (rating.words() == null) {
            return null;
        }
        ActivityWords.Words said =
                words.find(by.workspace(), List.of(rating.words())).get(rating.words());
        return said == null ? null : said.comment();
    }

    private boolean says(Actor by, StoredRating was, Vote vote) {
        return was.verdict() == vote.verdict()
                && was.refused() == vote.refused()
                && Objects.equals(comment(by, was), vote.comment());
    }

    private @Nullable UUID keep(Actor by, UUID customer, @Nullable String comment) {
        if (comment == null) {
            return null;
        }
        UUID id = Ids.next();
        words.keep(by.workspace(), List.of(new ActivityWords.Words(id, customer, null, comment)));
        return id;
    }

    private static Refusal closed() {
        return Refusal.conflict("rating-closed", "This can be rated no more, or its rating changed no more.");
    }
}
