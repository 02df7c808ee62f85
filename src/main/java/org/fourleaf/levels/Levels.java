package org.fourleaf.levels;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.game.GameWords;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to levels: all see all, and who is where; how far the next one is only the agent themselves and leads are told. */
@Component
@Transactional(readOnly = true)
public class Levels {

    /** A level as it is shown. */
    record Card(
            String id,
            int place,
            String name,
            String text,
            String condition,
            Map<String, GameWords> texts,
            long version) {}

    /** Where an agent stands. @param since none for who has not begun */
    public record Standing(
            UUID agent,
            String level,
            int place,
            String name,
            @Nullable Instant since) {}

    /** @param progress from 0 to 1 @param figures what its condition asks of, as they are now */
    public record Next(
            String level, int place, String name, String text, double progress, Map<String, Double> figures) {}

    /** @param next none for who has reached them all */
    public record Mine(
            Standing now,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Next next) {}

    private final AgentLevelStore store;
    private final LifetimeFigures figures;

    Levels(AgentLevelStore store, LifetimeFigures figures) {
        this.store = store;
        this.figures = figures;
    }

    List<Card> all(Actor by, String language) {
        return store.all(by.workspace()).stream()
                .map(level -> {
                    GameWords words = level.words(language);
                    return new Card(
                            level.id(),
                            level.place(),
                            words.name(),
                            words.text(),
                            level.condition(),
                            level.texts(),
                            level.version());
                })
                .toList();
    }

    /** The highest each has reached; who reached none is at the first. */
    public List<Standing> standings(Actor by, Collection<UUID> agents, String language) {
        List<Level> levels = store.all(by.workspace());
        Map<String, Level> known = new HashMap<>();
        levels.forEach(level -> known.put(level.id(), level));
        Map<UUID, AgentLevelStore.Grant> highest = new HashMap<>();
        for (AgentLevelStore.Grant grant : store.grants(by.workspace(), agents)) {
            if (known.containsKey(grant.level())) {
                highest.merge(grant.agent(), grant, (was, is) -> place(known, is) > place(known, was) ? is : was);
            }
        }
        return agents.stream()
                .map(agent -> {
                    AgentLevelStore.Grant grant = highest.get(agent);
                    Level level =
                            grant == null ? levels.getFirst() : known.getOrDefault(grant.level(), levels.getFirst());
                    return new Standing(
                            agent,
                            level.id(),
                            level.place(),
                            level.words(language).name(),
                            grant == null ? null : grant.at());
                })
                .toList();
    }

    private static int place(Map<String, Level> known, AgentLevelStore.Grant grant) {
        Level level = known.get(grant.level());
        return level == null ? 0 : level.place();
    }

    /** Where they are, and what the next level asks. Whoever asks sees that nobody is told who may not know. */
    public Mine of(Actor by, UUID agent, String language) {
        Standing now = standings(by, List.of(agent), language).getFirst();
        Map<String, Double> told = figures.of(by, List.of(agent)).getOrDefault(agent, Map.of());
        Next next = store.all(by.workspace()).stream()
                .filter(level -> level.place() > now.place())
                .findFirst()
                .map(level -> next(level, told, language))
                .orElse(null);
        return new Mine(now, next);
    }

    private static Next next(Level level, Map<String, Double> told, String language) {
        LevelCondition condition = level.parsed();
        Map<String, Double> asked = new HashMap<>();
        condition.variables().forEach(name -> {
            Double figure = told.get(name);
            if (figure != null) {
                asked.put(name, figure);
            }
        });
        GameWords words = level.words(language);
        return new Next(level.id(), level.place(), words.name(), words.text(), condition.progress(told), asked);
    }
}
