package org.fourleaf.badges;

import java.time.Clock;
import java.time.LocalDate;
import org.fourleaf.game.GameCalendar;
import org.fourleaf.game.GameSettings;
import org.fourleaf.game.Preset;
import org.fourleaf.game.PresetUse;
import org.fourleaf.people.FirstChoices;
import org.fourleaf.people.WorkspaceFurnishing;
import org.fourleaf.platform.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a workspace its fifteen badges, set gently at first, then as a preset says, and publishes the first secrets of the draw. */
@Component
@Order(9)
@Transactional
class BadgeFurnishing implements WorkspaceFurnishing, PresetUse {

    /** So long may the server be off without a day that is drawn by a secret nobody was promised. */
    static final int SECRETS_AHEAD_DAYS = 31;

    private final GameSettings settings;
    private final BadgeStore badges;
    private final DrawStore draws;
    private final GameCalendar calendar;
    private final Clock clock;

    BadgeFurnishing(GameSettings settings, BadgeStore badges, DrawStore draws, GameCalendar calendar, Clock clock) {
        this.settings = settings;
        this.badges = badges;
        this.draws = draws;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void furnish(Actor owner, FirstChoices choices) {
        begin(owner);
    }

    @Override
    public void begin(Actor by) {
        begin(by, calendar.today(by.workspace()));
    }

    /** Once for each workspace: what was before is not evaluated. */
    void begin(Actor by, LocalDate today) {
        if (!settings.begin(by.workspace(), today)) {
            return;
        }
        for (Badge badge : ShippedBadges.all(Preset.KIND)) {
            badges.insert(by.workspace(), badge);
            publish(by, badge, today);
        }
    }

    /** The shipped badges' least samples, gates and who sees them; their other changes stay. */
    @Override
    public void set(Actor by, Preset preset) {
        for (Badge said : ShippedBadges.all(preset)) {
            badges.find(by.workspace(), said.id()).ifPresent(is -> badges.update(by.workspace(), is.setLike(said)));
        }
    }

    /** The secrets of the days to come, if the badge is drawn. */
    void publish(Actor by, Badge badge, LocalDate today) {
        if (badge.kind() == BadgeKind.RANDOM) {
            draws.publish(by.workspace(), badge.id(), today.plusDays(1), SECRETS_AHEAD_DAYS, clock.instant());
        }
    }
}
