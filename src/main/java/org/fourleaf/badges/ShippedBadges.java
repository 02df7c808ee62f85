package org.fourleaf.badges;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fourleaf.game.Direction;
import org.fourleaf.game.GameWords;
import org.fourleaf.game.Preset;
import org.fourleaf.game.QualityGate;
import org.fourleaf.game.TieRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fifteen badges every workspace begins with, as {@code /game/badges.json} says; what the gentle preset changes stands there too. */
final class ShippedBadges {

    private static final String GENTLY = "in_preset_kind";

    private static final Map<String, JsonNode> ALL = read();

    private ShippedBadges() {}

    static List<Badge> all(Preset preset) {
        List<Badge> all = new ArrayList<>();
        ALL.values().forEach(said -> all.add(badge(said, all.size() + 1, preset)));
        return all;
    }

    static Optional<Badge> find(String id, Preset preset) {
        return all(preset).stream().filter(badge -> badge.id().equals(id)).findFirst();
    }

    /** What we say of a shipped one in one of our languages. */
    static @Nullable GameWords words(String id, String language) {
        JsonNode said = ALL.get(id);
        if (said == null) {
            return null;
        }
        JsonNode words = said.path("words").path(language);
        JsonNode these = words.isMissingNode() ? said.path("words").path("en") : words;
        return new GameWords(these.path("name").asString(), these.path("text").asString());
    }

    private static Badge badge(JsonNode said, int place, Preset preset) {
        JsonNode gently =
                preset == Preset.KIND ? said.path(GENTLY) : JsonMapper.shared().createObjectNode();
        String id = said.path("id").asString();
        JsonNode gate = gently.path("quality_gate");
        return new Badge(
                id,
                place,
                true,
                id,
                of(Polarity.values(), said.path("polarity").asString()),
                of(BadgeKind.values(), said.path("kind").asString()),
                said.path("metric").asString(),
                of(Direction.values(), said.path("direction").asString()),
                of(BadgeWindow.values(), said.path("window").asString()),
                gently.path("minimum_sample").asInt(said.path("minimum_sample").asInt()),
                said.path("minimum_value").asDouble(),
                1,
                TieRule.EARLIEST,
                gate.isMissingNode()
                        ? null
                        : new QualityGate(
                                gate.path("kpi").asString(),
                                QualityGate.Op.of(gate.path("op").asString()),
                                gate.path("value").asDouble()),
                of(Visibility.values(), gently.path("visibility").asString("everyone")),
                true,
                Map.of(),
                Badge.CHANCE_IN_USUALLY,
                Map.of(),
                BadgeReach.EVERYBODY,
                Badge.Prize.NONE,
                null,
                LocalDate.EPOCH,
                1);
    }

    private static <T> T of(T[] values, String json) {
        for (T value : values) {
            if (JsonMapper.shared().valueToTree(value).asString().equals(json)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no " + json);
    }

    private static Map<String, JsonNode> read() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(ShippedBadges.class.getResourceAsStream("/game/badges.json"))) {
            JsonMapper.shared()
                    .readTree(file)
                    .forEach(badge -> all.put(badge.path("id").asString(), badge));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
