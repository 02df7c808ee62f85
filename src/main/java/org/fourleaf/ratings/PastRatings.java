package org.fourleaf.ratings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.ActivityWords;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lists also what was brought in from elsewhere, and takes away what belonged to purged tickets. What happens here is listed at once. */
@Component
class PastRatings implements LogReader {

    private static final List<Measure> SURVEYS = List.of(Measure.CSAT, Measure.NPS, Measure.CES);

    private final RatingStore store;

    PastRatings(RatingStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "ratings";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return Set.of(
                ActivityKind.RATING_GIVEN,
                ActivityKind.RATING_INVALIDATED,
                ActivityKind.SURVEY_ANSWERED,
                ActivityKind.TICKET_PURGED);
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        UUID workspace = page.getFirst().workspace();
        List<StoredRating> given = new ArrayList<>();
        List<Recorded> invalidated = new ArrayList<>();
        List<UUID> purged = new ArrayList<>();
        for (Recorded line : page) {
            if (line.kind() == ActivityKind.TICKET_PURGED && line.ticket() != null) {
                purged.add(line.ticket());
            } else if (line.imported() && line.kind() == ActivityKind.RATING_INVALIDATED) {
                invalidated.add(line);
            } else if (line.imported() && line.kind() == ActivityKind.RATING_GIVEN) {
                Verdict verdict = Verdict.named(String.valueOf(text(line, "rating")));
                if (verdict != null) {
                    given.add(past(line, Measure.RATING, verdict.code()));
                }
            } else if (line.imported() && line.kind() == ActivityKind.SURVEY_ANSWERED) {
                for (Measure survey : SURVEYS) {
                    JsonNode score = line.facts().get(survey.json());
                    if (score != null && score.isInt() && survey.holds(score.intValue())) {
                        given.add(past(line, survey, score.intValue()));
                    }
                }
            }
        }
        store.insert(workspace, given);
        for (Recorded line : invalidated) {
            takeBack(line);
        }
        if (!given.isEmpty()) {
            store.invalidateWhatWasTakenBack(workspace);
        }
        if (!purged.isEmpty()) {
            store.deleteOfTickets(workspace, purged);
        }
    }

    /** A word that names no rating means the latest of its ticket; one that names what is not there yet waits for it. */
    private void takeBack(Recorded line) {
        String which = text(line, "given");
        if (which != null) {
            if (!store.invalidateBroughtIn(line.workspace(), which, words(line), line.at())) {
                store.keepTakenBack(line.workspace(), which, words(line), line.at());
            }
        } else if (line.ticket() != null) {
            Verdict verdict = Verdict.named(String.valueOf(text(line, "rating")));
            store.invalidateLatest(line.workspace(), line.ticket(), line.agent(), verdict, words(line), line.at());
        }
    }

    private static StoredRating past(Recorded line, Measure measure, int value) {
        Instant at = line.at();
        return new StoredRating(
                Ids.at(at),
                measure,
                value,
                false,
                line.ticket(),
                null,
                false,
                line.agent(),
                line.customer(),
                line.company(),
                line.department(),
                line.channel(),
                null,
                at,
                at,
                words(line),
                text(line, "external_id"),
                line.seq(),
                null,
                1);
    }

    private static @Nullable UUID words(Recorded line) {
        String id = text(line, ActivityWords.FACT);
        return id == null ? null : UUID.fromString(id);
    }

    private static @Nullable String text(Recorded line, String fact) {
        JsonNode value = line.facts().get(fact);
        return value == null || !value.isString() ? null : value.stringValue();
    }
}
