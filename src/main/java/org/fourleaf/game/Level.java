package org.fourleaf.game;

import java.util.Map;

/**
 * One of the twelve levels.
 *
 * @param place from 1, the lowest
 * @param condition in the language of {@link LevelCondition}
 * @param texts in the workspace's own words by language, in place of ours
 */
record Level(String id, int place, String condition, Map<String, Badge.Words> texts, long version) {

    Level {
        texts = Map.copyOf(texts);
    }

    LevelCondition parsed() {
        return LevelCondition.parse(condition, LifetimeFigures.known());
    }

    Badge.Words words(String language) {
        Badge.Words ours = ShippedLevels.words(id, language);
        Badge.Words own = texts.get(language);
        return own == null
                ? ours
                : new Badge.Words(
                        own.name().isBlank() ? ours.name() : own.name(),
                        own.text().isBlank() ? ours.text() : own.text());
    }
}
