package org.fourleaf.game;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.fourleaf.people.FirstChoices;
import org.fourleaf.people.WorkspaceFurnishing;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a workspace its fifteen badges, set gently, and publishes the first secrets of the draw. */
@Component
@Order(9)
@Transactional
class GameBeginning implements WorkspaceFurnishing {

    /** So long may the server be off without a day that is drawn by a secret nobody was promised. */
    static final int SECRETS_AHEAD_DAYS = 31;

    private final GameDayStore days;
    private final BadgeStore badges;
    private final DrawStore draws;
    private final WorkspacePlace places;
    private final Clock clock;

    GameBeginning(GameDayStore days, BadgeStore badges, DrawStore draws, WorkspacePlace places, Clock clock) {
        this.days = days;
        this.badges = badges;
        this.draws = draws;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public void furnish(Actor owner, FirstChoices choices) {
        begin(owner, today(owner.workspace()));
    }

    LocalDate today(UUID workspace) {
        return LocalDate.ofInstant(clock.instant(), places.zone(workspace));
    }

    /** Once for each workspace: what was before is not evaluated. */
    void begin(Actor by, LocalDate today) {
        if (!days.begin(by.workspace(), today)) {
            return;
        }
        for (Badge badge : ShippedBadges.all(Preset.KIND)) {
            badges.insert(by.workspace(), badge);
            publish(by, badge, today);
        }
    }

    /** The secrets of the days to come, if the badge is drawn. */
    void publish(Actor by, Badge badge, LocalDate today) {
        if (badge.kind() == BadgeKind.RANDOM) {
            draws.publish(by.workspace(), badge.id(), today.plusDays(1), SECRETS_AHEAD_DAYS, clock.instant());
        }
    }
}
