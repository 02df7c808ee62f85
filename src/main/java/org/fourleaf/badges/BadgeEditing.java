package org.fourleaf.badges;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fourleaf.game.GameCalendar;
import org.fourleaf.game.GameMetric;
import org.fourleaf.metrics.AgentFigures;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Badges are made, changed and deleted by whoever manages the workspace; shipped ones can be switched off but not deleted. */
@Component
@Transactional
class BadgeEditing {

    private final BadgeStore store;
    private final BadgeFurnishing furnishing;
    private final GameCalendar calendar;
    private final Log log;

    BadgeEditing(BadgeStore store, BadgeFurnishing furnishing, GameCalendar calendar, Log log) {
        this.store = store;
        this.furnishing = furnishing;
        this.calendar = calendar;
        this.log = log;
    }

    /** @throws Refusal conflict when there are too many, invalid when parts don't fit each other */
    String add(Actor by, Badge wanted) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        List<Badge> all = store.all(by.workspace());
        if (all.size() >= Badge.BADGES_MAX) {
            throw Refusal.conflict("too-many", "There may be " + Badge.BADGES_MAX + " badges at most.");
        }
        check(wanted);
        int place = all.stream().mapToInt(Badge::place).max().orElse(0) + 1;
        String slug = Texts.slug(wanted.words("en").name(), "badge");
        LocalDate today = calendar.today(by.workspace());
        for (int attempt = 1; attempt <= Badge.BADGES_MAX + 1; attempt++) {
            Badge badge = wanted.as(attempt == 1 ? slug : slug + "-" + attempt, place, today);
            if (store.insert(by.workspace(), badge)) {
                furnishing.publish(by, badge, today);
                log.write(by, new BadgeChanged(badge.id(), true));
                return badge.id();
            }
        }
        throw Refusal.conflict("name-taken", "There is a badge of this name.");
    }

    /** @throws Refusal stale when a version is expected and another is there */
    void change(Actor by, String id, @Nullable Long expectedVersion, UnaryOperator<Badge> change) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        Badge was = store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("badge"));
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw Refusal.stale();
        }
        Badge is = change.apply(was);
        if (is.equals(was)) {
            return;
        }
        check(is);
        if (!store.update(by.workspace(), is)) {
            throw Refusal.stale();
        }
        furnishing.publish(by, is, calendar.today(by.workspace()));
        log.write(by, new BadgeChanged(id, false));
    }

    void delete(Actor by, String id) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        Badge badge = store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("badge"));
        if (badge.shipped()) {
            throw Refusal.conflict("badge-shipped", "This badge comes with Fourleaf: switch it off instead.");
        }
        store.delete(by.workspace(), id);
        log.write(by, new BadgeDeleted(id));
    }

    static void check(Badge badge) {
        GameMetric metric = GameMetric.named(badge.metric())
                .orElseThrow(() -> Refusal.invalid(
                        "/metric",
                        "One of "
                                + String.join(
                                        ", ",
                                        GameMetric.all().stream()
                                                .map(GameMetric::id)
                                                .toList())
                                + "."));
        boolean drawn = !metric.compares();
        if (drawn != (badge.kind() == BadgeKind.RANDOM)) {
            throw Refusal.invalid("/metric", "A random badge is drawn by online_draw, and no other is.");
        }
        if (badge.gate() != null && AgentFigures.kpi(badge.gate().kpi()).isEmpty()) {
            throw Refusal.invalid("/quality_gate/kpi", "One of " + String.join(", ", AgentFigures.kpiIds()) + ".");
        }
        if ((badge.kind() == BadgeKind.EARNED) == badge.tiers().isEmpty()) {
            throw Refusal.invalid("/tiers", "An earned badge says from which value it is bronze, silver or gold.");
        }
        check(badge.reach(), metric);
        Double before = null;
        for (Map.Entry<Tier, Double> tier : badge.tiers().entrySet()) {
            if (before != null && !(badge.reaches(tier.getValue(), before) && !before.equals(tier.getValue()))) {
                throw Refusal.invalid("/tiers", "Each tier must be harder to reach than the one before.");
            }
            before = tier.getValue();
        }
    }

    private static void check(BadgeReach reach, GameMetric metric) {
        Set<GameMetric.Filter> known = metric.filters();
        if (reach.scope() == BadgeScope.DEPARTMENT && !known.contains(GameMetric.Filter.DEPARTMENT)) {
            throw Refusal.invalid(
                    "/scope", metric.id() + " is not of a department: choose team, for all its members do.");
        }
        FigureFilter filter = reach.filter();
        refuse(GameMetric.Filter.DEPARTMENT, !filter.departments().isEmpty(), metric);
        refuse(GameMetric.Filter.CHANNEL, !filter.channels().isEmpty(), metric);
        refuse(GameMetric.Filter.TAG, filter.tag() != null, metric);
    }

    private static void refuse(GameMetric.Filter filter, boolean asked, GameMetric metric) {
        if (asked && !metric.filters().contains(filter)) {
            throw Refusal.invalid(
                    "/filters/" + filter.json(),
                    metric.id() + " can't be narrowed by " + filter.json()
                            + (metric.filters().isEmpty()
                                    ? "."
                                    : ", only by "
                                            + String.join(
                                                    ", ",
                                                    metric.filters().stream()
                                                            .map(GameMetric.Filter::json)
                                                            .toList())
                                            + "."));
        }
    }
}
