package org.fourleaf.players;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.badges.BadgeCard;
import org.fourleaf.badges.Badges;
import org.fourleaf.game.Competitors;
import org.fourleaf.game.PlayerSight;
import org.fourleaf.game.ReaderLanguage;
import org.fourleaf.levels.Levels;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.points.PointSums;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agents as they stand in the game: what all see beside a name, and the page of one's own. */
@Component
@Transactional(readOnly = true)
class Players {

    /** @param badges those others may see */
    record Player(UUID agent, int level, String levelName, List<Shown> badges) {}

    /** A badge beside a name. */
    record Shown(
            String id,
            String name,
            String picture,
            @Nullable String pictureUrl) {}

    /**
     * One agent's page.
     *
     * @param next for the agent and leads only, like {@code points}
     */
    record Page(
            PersonName agent,
            Levels.Standing level,
            @JsonInclude(JsonInclude.Include.NON_NULL) Levels.@Nullable Next next,
            List<BadgeCard> badges,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long points) {}

    private final Badges badges;
    private final Levels levels;
    private final PointSums points;
    private final Competitors competitors;
    private final PlayerSight sight;
    private final ReaderLanguage languages;

    Players(
            Badges badges,
            Levels levels,
            PointSums points,
            Competitors competitors,
            PlayerSight sight,
            ReaderLanguage languages) {
        this.badges = badges;
        this.levels = levels;
        this.points = points;
        this.competitors = competitors;
        this.sight = sight;
        this.languages = languages;
    }

    List<Player> all(Actor by) {
        Map<UUID, List<Shown>> shown = new HashMap<>();
        for (BadgeCard badge : badges.all(by)) {
            badge.holders()
                    .forEach(holder -> shown.computeIfAbsent(holder.id(), made -> new ArrayList<>())
                            .add(new Shown(badge.id(), badge.name(), badge.picture(), badge.pictureUrl())));
        }
        return levels.standings(by, competitors.all(by.workspace()).keySet(), languages.of(by)).stream()
                .map(standing -> new Player(
                        standing.agent(),
                        standing.place(),
                        standing.name(),
                        shown.getOrDefault(standing.agent(), List.of())))
                .toList();
    }

    Page of(Actor by, String reference) {
        PersonName agent = sight.find(by, reference);
        boolean seen = sight.sees(by, agent.id());
        String language = languages.of(by);
        Levels.Mine mine = seen
                ? levels.of(by, agent.id(), language)
                : new Levels.Mine(
                        levels.standings(by, List.of(agent.id()), language).getFirst(), null);
        return new Page(
                agent,
                mine.now(),
                mine.next(),
                badges.all(by).stream()
                        .filter(badge -> badge.holders().stream()
                                .anyMatch(holder -> holder.id().equals(agent.id())))
                        .toList(),
                seen ? points.lifetime(by.workspace(), List.of(agent.id())).getOrDefault(agent.id(), 0L) : null);
    }
}
