package org.fourleaf.levels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourleaf.game.GameWords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The twelve levels as {@code /game/levels.json} says, lowest first. */
final class ShippedLevels {

    private static final Map<String, JsonNode> ALL = read();

    private ShippedLevels() {}

    static List<Level> all() {
        List<Level> all = new ArrayList<>();
        ALL.forEach((id, said) ->
                all.add(new Level(id, all.size() + 1, said.path("condition").asString(), Map.of(), 0)));
        return all;
    }

    static GameWords words(String id, String language) {
        JsonNode words = Objects.requireNonNull(ALL.get(id)).path("words");
        JsonNode these = words.has(language) ? words.path(language) : words.path("en");
        return new GameWords(these.path("name").asString(), these.path("text").asString());
    }

    private static Map<String, JsonNode> read() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(ShippedLevels.class.getResourceAsStream("/game/levels.json"))) {
            JsonMapper.shared()
                    .readTree(file)
                    .forEach(level -> all.put(level.path("id").asString(), level));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
