package org.fourleaf.badges;

import java.time.LocalDate;
import java.util.UUID;
import org.fourleaf.game.Competitors;
import org.fourleaf.game.GameCalendar;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What others than the game's own reckoning award: points for a ticket, and earned badges, which stay for ever. */
@Component
public class Awarding {

    public static final int POINTS_MAX = 1_000;

    private final BadgeStore badges;
    private final AwardStore awards;
    private final Competitors competitors;
    private final GameCalendar calendar;
    private final Log log;

    Awarding(BadgeStore badges, AwardStore awards, Competitors competitors, GameCalendar calendar, Log log) {
        this.badges = badges;
        this.awards = awards;
        this.competitors = competitors;
        this.calendar = calendar;
        this.log = log;
    }

    /** Whether there is an active badge of this slug that is earned: one that is held or drawn goes to whom the night gives it. */
    @Transactional(readOnly = true)
    public boolean isGivable(Actor by, String badge) {
        return badges.find(by.workspace(), badge)
                .filter(found -> found.kind() == BadgeKind.EARNED && found.active())
                .isPresent();
    }

    /** @param points 1 to {@value #POINTS_MAX} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void points(Actor by, UUID agent, UUID ticket, UUID department, int points) {
        log.write(by, new AwardGiven(agent, ticket, department, points));
    }

    /**
     * In its lowest tier. Who has it already keeps it as it is.
     *
     * @return whether it is theirs now and was not before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean badge(Actor by, UUID agent, String slug) {
        Badge badge = badges.find(by.workspace(), slug)
                .filter(found -> found.kind() == BadgeKind.EARNED && found.active())
                .orElse(null);
        if (badge == null
                || !competitors.all(by.workspace()).containsKey(agent)
                || awards.held(by.workspace(), slug).stream()
                        .anyMatch(award -> award.agent().equals(agent))) {
            return false;
        }
        LocalDate today = calendar.today(by.workspace());
        @Nullable
        Tier tier = badge.tiers().keySet().stream().sorted().findFirst().orElse(null);
        awards.insert(by.workspace(), new Award(Ids.next(), slug, agent, tier, today, null, 0, 0, false));
        Badge.Prize prize = badge.prize();
        log.write(
                by,
                new BadgeAwarded(
                        agent,
                        slug,
                        today.toString(),
                        0,
                        tier == null ? null : tier.json(),
                        badge.visibility() == Visibility.OFF ? true : null,
                        prize.points() == 0 ? null : prize.points(),
                        prize.coins() == 0 ? null : prize.coins()));
        return true;
    }
}
