package org.fourleaf.quests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The quests every workspace has, as {@code /quests/quests.json} says. */
final class ShippedQuests {

    private static final Map<String, JsonNode> ALL = read();
    private static final List<Quest> QUESTS = quests();

    private ShippedQuests() {}

    static List<Quest> all() {
        return QUESTS;
    }

    private static List<Quest> quests() {
        List<Quest> all = new ArrayList<>();
        ALL.values().forEach(said -> all.add(quest(said, all.size() + 1)));
        return List.copyOf(all);
    }

    static boolean has(String id) {
        return ALL.containsKey(id);
    }

    /** What we say of a shipped one in one of our languages. */
    static Quest.@Nullable Words words(String id, String language) {
        JsonNode said = ALL.get(id);
        if (said == null) {
            return null;
        }
        JsonNode words = said.path("words");
        JsonNode these = words.has(language) ? words.path(language) : words.path("en");
        return new Quest.Words(these.path("name").asString(), these.path("text").asString());
    }

    private static Quest quest(JsonNode said, int place) {
        List<QuestStep> steps = new ArrayList<>();
        said.path("steps")
                .forEach(step -> steps.add(new QuestStep(
                        step.path("id").asString(),
                        step.path("activity").asString(),
                        step.path("count").asInt(),
                        null,
                        null,
                        null,
                        null,
                        step.path("mention").asBoolean(false) ? Boolean.TRUE : null,
                        null)));
        return new Quest(
                said.path("id").asString(),
                place,
                true,
                said.path("picture").asString(),
                Map.of(),
                steps,
                QuestRhythm.valueOf(said.path("repeats").asString().toUpperCase(Locale.ROOT)),
                said.path("points").asInt(),
                said.path("coins").asInt(),
                true,
                null,
                null,
                List.of(),
                said.has("newcomer_days")
                        ? Integer.valueOf(said.path("newcomer_days").asInt())
                        : null,
                null,
                0);
    }

    private static Map<String, JsonNode> read() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        try (InputStream file =
                Objects.requireNonNull(ShippedQuests.class.getResourceAsStream("/quests/quests.json"))) {
            JsonMapper.shared()
                    .readTree(file)
                    .forEach(quest -> all.put(quest.path("id").asString(), quest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
