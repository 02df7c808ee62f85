package org.fourleaf.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.fourleaf.demo.Cast.Member;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/** How a story went down: the customer's opinion, the clock's, and what was sold. */
record Verdict(Script script, Diary diary, Chance chance) {

    private static final Duration ANSWER_TARGET = Duration.ofHours(8);

    /** @param last when it ended */
    void give(Instant start, Instant last, @Nullable Instant firstAnswerAt, boolean isLive, @Nullable Member owner) {
        boolean met = firstAnswerAt != null && !firstAnswerAt.isAfter(start.plus(ANSWER_TARGET));
        if (!isLive) {
            Instant told = met ? Objects.requireNonNull(firstAnswerAt) : start.plus(ANSWER_TARGET);
            diary.write(
                    told,
                    met ? ActivityKind.SLA_MET : ActivityKind.SLA_MISSED,
                    owner == null ? null : owner.id(),
                    Diary.facts()
                            .put("type", "first_answer")
                            .put("level", "standard")
                            .put("seconds", Duration.between(start, told).toSeconds()));
        }
        if (owner == null || diary.status() != TicketStatus.RESOLVED) {
            return;
        }
        Instant after = last.plus(chance.seconds(600, 80_000));
        String rating = rating(owner);
        if (!rating.equals("none")) {
            var facts = Diary.facts().put("rating", rating);
            boolean written = rating.equals(script.rating().value());
            diary.say(facts, after, null, written ? script.rating().comment() : null);
            diary.write(after, ActivityKind.RATING_GIVEN, owner.id(), facts);
        }
        survey(owner, last, after);
        if (script.department().equals("sales") && chance.happens(0.4)) {
            diary.write(
                    last,
                    ActivityKind.SALE_RECORDED,
                    owner.id(),
                    Diary.facts()
                            .put("amount", chance.from(25, 2_400))
                            .put("currency", "EUR")
                            .put("quantity", chance.from(1, 4)));
        }
    }

    private String rating(Member owner) {
        if (!script.rating().value().equals("none")) {
            return chance.happens(0.75) ? script.rating().value() : "none";
        }
        double mistakes = owner.who().temperament().mistakes();
        return switch (chance.weighted(4, 0.8 - mistakes / 2, 0.15, 0.05 + mistakes / 2)) {
            case 1 -> "reward";
            case 2 -> "neutral";
            case 3 -> "rebuke";
            default -> "none";
        };
    }

    private void survey(Member owner, Instant last, Instant at) {
        if (!chance.happens(0.35)) {
            return;
        }
        diary.write(last.plusSeconds(60), ActivityKind.SURVEY_SENT, owner.id());
        if (chance.happens(0.55)) {
            double mood =
                    chance.between(0, 1) + 0.25 - owner.who().temperament().mistakes() / 2;
            diary.write(
                    at,
                    ActivityKind.SURVEY_ANSWERED,
                    owner.id(),
                    Diary.facts()
                            .put("csat", Math.clamp(Math.round(1 + mood * 4), 1, 5))
                            .put("nps", Math.clamp(Math.round(2 + mood * 8), 0, 10))
                            .put("ces", Math.clamp(Math.round(7 - mood * 5), 1, 7)));
        }
    }
}
