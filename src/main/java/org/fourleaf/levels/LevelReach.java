package org.fourleaf.levels;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which level an agent has reached, for whatever a level opens. */
@Component
@Transactional(readOnly = true)
public class LevelReach {

    /** A level. @param place from 1, the lowest, to 12 */
    public record Place(int place, String name) {}

    private final Levels levels;

    LevelReach(Levels levels) {
        this.levels = levels;
    }

    /** Who reached none is at the first. */
    public int placeOf(Actor by, UUID agent) {
        return levels.standings(by, List.of(agent), "en").getFirst().place();
    }

    /** @param language of the names */
    public Map<Integer, Place> byPlace(Actor by, String language) {
        Map<Integer, Place> all = new HashMap<>();
        levels.all(by, language).forEach(level -> all.put(level.place(), new Place(level.place(), level.name())));
        return all;
    }
}
