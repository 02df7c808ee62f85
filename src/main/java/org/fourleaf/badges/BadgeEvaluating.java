package org.fourleaf.badges;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.game.Score;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives and takes badges as the days before an evaluation day tell. {@link BadgeDays} sees that it is done once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BadgeEvaluating {

    private final BadgeStore badges;
    private final AwardStore awards;
    private final DrawStore draws;
    private final BadgeScoring scoring;
    private final Log log;
    private final Clock clock;

    BadgeEvaluating(BadgeStore badges, AwardStore awards, DrawStore draws, BadgeScoring scoring, Log log, Clock clock) {
        this.badges = badges;
        this.awards = awards;
        this.draws = draws;
        this.scoring = scoring;
        this.log = log;
        this.clock = clock;
    }

    void evaluate(Actor by, LocalDate day) {
        for (Badge badge : badges.all(by.workspace())) {
            if (!badge.active()) {
                put(by, badge, day, List.of());
            } else {
                switch (badge.kind()) {
                    case HELD -> hold(by, badge, day);
                    case EARNED -> earn(by, badge, day);
                    case RANDOM -> draw(by, badge, day);
                }
            }
        }
    }

    private void hold(Actor by, Badge badge, LocalDate day) {
        List<Score> holders =
                scoring.rankings(by, badge, List.of(day)).getFirst().holders();
        put(by, badge, day, holders);
    }

    private void draw(Actor by, Badge badge, LocalDate day) {
        draws.publish(by.workspace(), badge.id(), day, BadgeFurnishing.SECRETS_AHEAD_DAYS, clock.instant());
        Optional<byte[]> secret = draws.secret(by.workspace(), badge.id(), day);
        if (secret.isEmpty()) {
            return;
        }
        Map<UUID, Long> candidates = scoring.candidates(by, badge.reach(), day);
        Optional<UUID> winner = LuckyDraw.winner(secret.get(), day, candidates.keySet(), badge.chanceIn());
        draws.drawn(
                by.workspace(),
                badge.id(),
                day,
                candidates.keySet(),
                badge.chanceIn(),
                winner.orElse(null),
                clock.instant());
        winner.ifPresent(agent -> put(
                by,
                badge,
                day,
                List.of(new Score(agent, candidates.getOrDefault(agent, 0L), candidates.size(), clock.instant()))));
    }

    /** These hold it now and nobody else does. */
    private void put(Actor by, Badge badge, LocalDate day, List<Score> holders) {
        Boolean quiet = badge.visibility() == Visibility.OFF ? true : null;
        Set<UUID> now = new HashSet<>();
        holders.forEach(holder -> now.add(holder.agent()));
        Set<UUID> before = new HashSet<>();
        for (Award held : awards.held(by.workspace(), badge.id())) {
            before.add(held.agent());
            if (!now.contains(held.agent())) {
                awards.end(by.workspace(), held.id(), day);
                log.write(by, new BadgeLost(held.agent(), badge.id(), day.toString(), quiet));
            }
        }
        for (Score holder : holders) {
            if (!before.contains(holder.agent())) {
                award(by, badge, day, holder, new ArrayList<>());
            }
        }
    }

    private void earn(Actor by, Badge badge, LocalDate day) {
        Map<UUID, List<Tier>> had = new HashMap<>();
        awards.held(by.workspace(), badge.id()).forEach(award -> {
            if (award.tier() != null) {
                had.computeIfAbsent(award.agent(), made -> new ArrayList<>()).add(award.tier());
            }
        });
        for (Score score : scoring.rankings(by, badge, List.of(day)).getFirst().ranked()) {
            List<Tier> reached = new ArrayList<>();
            badge.tiers().forEach((tier, from) -> {
                if (badge.reaches(score.value(), from)) {
                    reached.add(tier);
                }
            });
            reached.removeAll(had.getOrDefault(score.agent(), List.of()));
            if (!reached.isEmpty()) {
                award(by, badge, day, score, reached);
            }
        }
    }

    private void award(Actor by, Badge badge, LocalDate day, Score score, List<Tier> tiers) {
        if (tiers.isEmpty()) {
            awards.insert(
                    by.workspace(),
                    new Award(
                            Ids.next(),
                            badge.id(),
                            score.agent(),
                            null,
                            day,
                            null,
                            score.value(),
                            score.sample(),
                            false));
            log.write(by, awarded(badge, day, score, null));
        }
        for (Tier tier : tiers) {
            awards.insert(
                    by.workspace(),
                    new Award(
                            Ids.next(),
                            badge.id(),
                            score.agent(),
                            tier,
                            day,
                            null,
                            score.value(),
                            score.sample(),
                            false));
            log.write(by, awarded(badge, day, score, tier));
        }
    }

    private static BadgeAwarded awarded(Badge badge, LocalDate day, Score score, @Nullable Tier tier) {
        Badge.Prize prize = badge.prize();
        return new BadgeAwarded(
                score.agent(),
                badge.id(),
                day.toString(),
                score.value(),
                tier == null ? null : tier.json(),
                badge.visibility() == Visibility.OFF ? true : null,
                prize.points() == 0 ? null : prize.points(),
                prize.coins() == 0 ? null : prize.coins());
    }
}
