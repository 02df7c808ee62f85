package org.fourleaf.badges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.game.ReaderLanguage;
import org.fourleaf.metrics.FigureSight;
import org.fourleaf.metrics.Figures;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to badges: everybody sees what there is, but who holds one only as far as it may be shown. Of those for the holder and leads
 * agents see their own; of those that are off nobody sees holders.
 */
@Component
@Transactional(readOnly = true)
public class Badges {

    private final BadgeStore store;
    private final AwardStore awards;
    private final Agents agents;
    private final Figures figures;
    private final Departments departments;
    private final ReaderLanguage languages;

    Badges(
            BadgeStore store,
            AwardStore awards,
            Agents agents,
            Figures figures,
            Departments departments,
            ReaderLanguage languages) {
        this.store = store;
        this.awards = awards;
        this.agents = agents;
        this.figures = figures;
        this.departments = departments;
        this.languages = languages;
    }

    /** @throws Refusal not found, also of one that is switched off, for who may not switch it on */
    Badge readable(Actor by, String id) {
        return store.find(by.workspace(), id)
                .filter(badge -> isShown(by, badge))
                .orElseThrow(() -> Refusal.notFound("badge"));
    }

    BadgeCard card(Actor by, String id) {
        return cards(by, List.of(readable(by, id))).getFirst();
    }

    public List<BadgeCard> all(Actor by) {
        return cards(
                by,
                store.all(by.workspace()).stream()
                        .filter(badge -> isShown(by, badge))
                        .toList());
    }

    private static boolean isShown(Actor by, Badge badge) {
        return (badge.active() && badge.visibility() != Visibility.OFF) || by.may(Permission.WORKSPACE_MANAGE);
    }

    private List<BadgeCard> cards(Actor by, List<Badge> badges) {
        Map<String, List<Award>> held = new HashMap<>();
        Set<UUID> holders = new HashSet<>();
        for (Award award : awards.held(by.workspace())) {
            held.computeIfAbsent(award.badge(), made -> new ArrayList<>()).add(award);
            holders.add(award.agent());
        }
        Map<UUID, PersonName> names = agents.names(by, holders);
        FigureSight sight = figures.sight(by);
        String language = languages.of(by);
        BadgeCard.Abilities abilities =
                new BadgeCard.Abilities(by.may(Permission.WORKSPACE_MANAGE), by.may(Permission.REPORTS_ALL));
        return badges.stream()
                .map(badge -> BadgeCard.of(
                        badge,
                        language,
                        name(by, badge.reach().department()),
                        held.getOrDefault(badge.id(), List.of()).stream()
                                .filter(award -> sees(by, sight, badge, award.agent()))
                                .map(award -> BadgeCard.Holder.of(award, names.get(award.agent())))
                                .toList(),
                        abilities))
                .toList();
    }

    private @Nullable String name(Actor by, @Nullable UUID department) {
        return department == null
                ? null
                : departments.byId(by, department).map(Department::name).orElse(null);
    }

    /** Whether somebody may see that an agent holds a badge, or how they stand for it. */
    boolean sees(Actor by, FigureSight sight, Badge badge, UUID agent) {
        return switch (badge.visibility()) {
            case EVERYONE -> true;
            case HOLDER_AND_LEADS ->
                sight.all() || agent.equals(by.id()) || sight.members().contains(agent);
            case OFF -> false;
        };
    }

    /** Who held what, newest first. @param badge only this one @param agent only theirs */
    Page<AwardCard> history(Actor by, @Nullable String badge, @Nullable String agent, Slice slice) {
        Map<String, Badge> shown = new HashMap<>();
        UUID whose = agent == null ? null : agents.readable(by, agent).id();
        FigureSight sight = figures.sight(by);
        for (Badge each : store.all(by.workspace())) {
            boolean all = each.visibility() == Visibility.EVERYONE || sight.all();
            boolean own = whose != null && sees(by, sight, each, whose);
            if (isShown(by, each)
                    && each.visibility() != Visibility.OFF
                    && (badge == null || badge.equals(each.id()))
                    && (all || own)) {
                shown.put(each.id(), each);
            }
        }
        if (badge != null && shown.isEmpty()) {
            readable(by, badge);
        }
        List<Award> found = awards.page(by.workspace(), List.copyOf(shown.keySet()), whose, slice);
        Page<Award> page = slice.page(found, award -> Cursor.of(award.since().toEpochDay(), award.id()));
        Set<UUID> who = new HashSet<>();
        page.items().forEach(award -> who.add(award.agent()));
        Map<UUID, PersonName> names = agents.names(by, who);
        String language = languages.of(by);
        return new Page<>(
                page.items().stream()
                        .map(award -> AwardCard.of(award, shown.get(award.badge()), language, names.get(award.agent())))
                        .toList(),
                page.next());
    }

    /** On which days somebody held a badge that moves on and shames nobody; today is the last that counts. */
    public SortedSet<LocalDate> daysHeld(UUID workspace, UUID agent, LocalDate since, LocalDate today) {
        return awards.daysHeld(workspace, agent, since, today);
    }
}
