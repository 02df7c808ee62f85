package org.fourleaf.ratings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.ActivityWords;
import org.fourleaf.platform.log.Log;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A customer answers a survey they got, once. */
@Component
@Transactional
class SurveyAnswering {

    private final RatingStore ratings;
    private final Tickets tickets;
    private final ActivityWords words;
    private final Log log;
    private final Clock clock;

    SurveyAnswering(RatingStore ratings, Tickets tickets, ActivityWords words, Log log, Clock clock) {
        this.ratings = ratings;
        this.tickets = tickets;
        this.words = words;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refusal not found when the ticket is gone; conflict {@code rating-closed} when it was answered or is too old */
    void answer(Actor by, SurveySending asked, Survey survey, int score, @Nullable String comment) {
        // Two answers at once meet here.
        UUID ticket = tickets.lockFollowingMerges(by, asked.ticket())
                .orElseThrow(() -> Refusal.notFound("ticket"))
                .id();
        Instant now = clock.instant();
        if (given(by, asked, survey).isPresent() || !isOpen(asked, now)) {
            throw Refusal.conflict("rating-closed", "This survey is answered, or too old to be.");
        }
        UUID said = null;
        if (comment != null) {
            said = Ids.next();
            words.keep(by.workspace(), List.of(new ActivityWords.Words(said, asked.customer(), null, comment)));
        }
        Measure kind = survey.kind();
        log.write(
                by,
                new SurveyAnswered(
                        ticket,
                        asked.agent(),
                        asked.customer(),
                        asked.company(),
                        asked.department(),
                        asked.channel(),
                        survey.id(),
                        kind == Measure.CSAT ? score : null,
                        kind == Measure.NPS ? score : null,
                        kind == Measure.CES ? score : null,
                        said),
                now);
        ratings.insert(
                by.workspace(),
                List.of(new StoredRating(
                        Ids.next(),
                        kind,
                        score,
                        false,
                        ticket,
                        asked.id(),
                        false,
                        asked.agent(),
                        asked.customer(),
                        asked.company(),
                        asked.department(),
                        asked.channel(),
                        survey.id(),
                        now,
                        now,
                        said,
                        null,
                        ratings.lineJustWritten(by.workspace(), ActivityKind.SURVEY_ANSWERED),
                        null,
                        1)));
    }

    @Transactional(readOnly = true)
    Optional<StoredRating> given(Actor by, SurveySending asked, Survey survey) {
        return ratings.ofSubject(by.workspace(), survey.kind(), asked.id());
    }

    static boolean isOpen(SurveySending asked, Instant now) {
        return now.isBefore(asked.sentAt().plus(Duration.ofDays(Rated.OPEN_DAYS)));
    }
}
