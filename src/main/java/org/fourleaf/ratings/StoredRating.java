package org.fourleaf.ratings;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said, as it is stored.
 *
 * @param subject the answer, conversation or sent survey; none when it was brought in
 * @param externalId what an import called it; none for what happened here
 * @param logSeq the line of the log that gave it, if it happened here
 */
record StoredRating(
        UUID id,
        Measure measure,
        int value,
        boolean refused,
        @Nullable UUID ticket,
        @Nullable UUID subject,
        boolean isMessage,
        @Nullable UUID agent,
        @Nullable UUID customer,
        @Nullable UUID company,
        @Nullable UUID department,
        @Nullable Integer channel,
        @Nullable UUID survey,
        Instant givenAt,
        Instant firstGivenAt,
        @Nullable UUID words,
        @Nullable String externalId,
        @Nullable Long logSeq,
        @Nullable Instant invalidatedAt,
        long version) {

    static final Duration CHANGEABLE_FOR = Duration.ofDays(1);

    static StoredRating of(UUID id, Rated rated, Vote vote, @Nullable UUID words, Instant now, long logSeq) {
        return new StoredRating(
                id,
                Measure.RATING,
                vote.verdict().code(),
                vote.refused(),
                rated.ticket(),
                rated.subject(),
                rated.message() != null,
                rated.agent(),
                rated.customer(),
                rated.company(),
                rated.department(),
                rated.channel(),
                null,
                now,
                now,
                words,
                null,
                logSeq,
                null,
                1);
    }

    /** Until when the customer may think again. */
    Instant changeableUntil() {
        return firstGivenAt.plus(CHANGEABLE_FOR);
    }

    boolean mayChangeAt(Instant now) {
        return invalidatedAt == null && now.isBefore(changeableUntil());
    }

    Verdict verdict() {
        return Verdict.ofCode(value);
    }

    /** How the log and exports name the line that gave it. */
    @Nullable
    String line(UUID workspace) {
        return externalId != null || logSeq == null ? externalId : workspace + ":" + logSeq;
    }

    RatingGiven given(UUID inTicket) {
        return new RatingGiven(
                inTicket,
                agent,
                customer,
                company,
                department,
                channel,
                isMessage ? subject : null,
                isMessage ? null : subject,
                verdict(),
                refused ? Boolean.TRUE : null,
                words);
    }

    RatingInvalidated invalidated(UUID workspace, @Nullable UUID reason) {
        return new RatingInvalidated(
                ticket,
                agent,
                customer,
                company,
                department,
                channel,
                isMessage ? subject : null,
                isMessage ? null : subject,
                verdict(),
                line(workspace),
                givenAt,
                refused ? Boolean.TRUE : null,
                reason);
    }
}
