package org.fourleaf.levels;

import java.util.Map;
import org.fourleaf.game.GameWords;

/**
 * One of the twelve levels.
 *
 * @param place from 1, the lowest
 * @param condition in the language of {@link LevelCondition}
 * @param texts in the workspace's own words by language, in place of ours
 */
record Level(String id, int place, String condition, Map<String, GameWords> texts, long version) {

    Level {
        texts = Map.copyOf(texts);
    }

    LevelCondition parsed() {
        return LevelCondition.parse(condition, LifetimeFigures.known());
    }

    GameWords words(String language) {
        GameWords ours = ShippedLevels.words(id, language);
        GameWords own = texts.get(language);
        return own == null ? ours : own.or(ours);
    }
}
