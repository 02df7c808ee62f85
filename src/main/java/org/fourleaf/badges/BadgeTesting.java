package org.fourleaf.badges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.game.Competitors;
import org.fourleaf.game.Days;
import org.fourleaf.game.Score;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells who would have held a badge, by the very reckoning that gives it. Luck is not repeated: a random badge tells what was drawn. */
@Component
@Transactional(readOnly = true)
class BadgeTesting {

    static final int DAYS_MAX = 400;

    private static final int RUNNERS_UP_MAX = 5;

    private final BadgeScoring scoring;
    private final Competitors competitors;
    private final AwardStore awards;
    private final DrawStore draws;

    BadgeTesting(BadgeScoring scoring, Competitors competitors, AwardStore awards, DrawStore draws) {
        this.scoring = scoring;
        this.competitors = competitors;
        this.awards = awards;
        this.draws = draws;
    }

    /** @param to not in it @throws Refusal malformed when there are no days, or more than {@value #DAYS_MAX} */
    Backtest backtest(Actor by, Badge badge, LocalDate from, LocalDate to) {
        by.mustHave(Permission.REPORTS_ALL);
        if (!from.isBefore(to)) {
            throw Refusal.malformed("to", "This must be after from.");
        }
        if (from.plusDays(DAYS_MAX).isBefore(to)) {
            throw Refusal.malformed("to", "At most " + DAYS_MAX + " days after from.");
        }
        if (from.getYear() <= Days.BEGINNING.getYear() || to.getYear() > 9_000) {
            throw Refusal.malformed("from", "From the year 2001 to 9000.");
        }
        List<LocalDate> days = from.datesUntil(to).toList();
        Map<UUID, String> names = competitors.all(by.workspace());
        return new Backtest(
                badge.kind() == BadgeKind.RANDOM ? drawn(by, badge, days, names) : ranked(by, badge, days, names));
    }

    private List<Backtest.Day> ranked(Actor by, Badge badge, List<LocalDate> days, Map<UUID, String> names) {
        List<Ranking> rankings = scoring.rankings(by, badge, days);
        List<Backtest.Day> told = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            Ranking ranking = rankings.get(i);
            List<Backtest.Place> holders = new ArrayList<>();
            List<Backtest.Place> others = new ArrayList<>();
            List<Score> ranked = ranking.ranked();
            for (int place = 0; place < ranked.size(); place++) {
                Score score = ranked.get(place);
                Tier tier = badge.tier(score.value());
                boolean holds = badge.kind() == BadgeKind.EARNED
                        ? tier != null
                        : place < ranking.holders().size();
                if (holds) {
                    holders.add(place(score, tier, names));
                } else if (others.size() < RUNNERS_UP_MAX) {
                    others.add(place(score, null, names));
                }
            }
            told.add(new Backtest.Day(days.get(i), holders, others));
        }
        return told;
    }

    /** Whoever drew it last holds it until the next is drawn. */
    private List<Backtest.Day> drawn(Actor by, Badge badge, List<LocalDate> days, Map<UUID, String> names) {
        Map<LocalDate, Draw> drawn = new HashMap<>();
        draws.between(
                        by.workspace(),
                        badge.id(),
                        days.getFirst(),
                        days.getLast().plusDays(1))
                .forEach(draw -> drawn.put(draw.date(), draw));
        List<Backtest.Place> holders = awards.before(by.workspace(), badge.id(), days.getFirst()).stream()
                .filter(award -> names.containsKey(award.agent()))
                .map(award ->
                        place(new Score(award.agent(), award.value(), award.sample(), Instant.EPOCH), null, names))
                .toList();
        List<Backtest.Day> told = new ArrayList<>();
        for (LocalDate day : days) {
            Draw draw = drawn.get(day);
            if (draw != null && draw.winner() != null && names.containsKey(draw.winner())) {
                int candidates =
                        draw.candidates() == null ? 0 : draw.candidates().size();
                holders = List.of(place(new Score(draw.winner(), 0, candidates, Instant.EPOCH), null, names));
            }
            told.add(new Backtest.Day(day, holders, List.of()));
        }
        return told;
    }

    private static Backtest.Place place(Score score, @Nullable Tier tier, Map<UUID, String> names) {
        return new Backtest.Place(names.getOrDefault(score.agent(), ""), score.value(), score.sample(), tier);
    }
}
