package org.fourleaf.points;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fourleaf.platform.log.ActivityKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What gives points, as {@code /game/points.json} says and a workspace changed it.
 *
 * @param perDayMax points an agent gets by it on one day at most; what is taken back frees nothing
 * @param withinSeconds so fast, where it is about being fast
 * @param reversedBy what falsifies it: then the points are taken back
 */
record PointRule(
        String id,
        ActivityKind activity,
        int points,
        int perDayMax,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer withinSeconds,
        Set<ActivityKind> reversedBy,
        boolean active,
        long version) {

    static final String FIRST_CONTACT = "first_contact_resolution";
    static final String REWARD = "reward";
    static final String FAST_ANSWER = "fast_answer";
    static final int POINTS_MAX = 10_000;
    static final int WITHIN_SECONDS_MAX = 7 * 86_400;

    private static final List<PointRule> SHIPPED = read();

    PointRule {
        reversedBy = Set.copyOf(reversedBy);
    }

    static List<PointRule> shipped() {
        return SHIPPED;
    }

    PointRule with(int given, int atMost, @Nullable Integer within, boolean on, long newVersion) {
        return new PointRule(id, activity, given, atMost, within, reversedBy, on, newVersion);
    }

    private static List<PointRule> read() {
        List<PointRule> rules = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(PointRule.class.getResourceAsStream("/game/points.json"))) {
            for (JsonNode said : JsonMapper.shared().readTree(file)) {
                Set<ActivityKind> reversedBy = EnumSet.noneOf(ActivityKind.class);
                said.path("reversed_by").forEach(kind -> reversedBy.add(kind(kind)));
                rules.add(new PointRule(
                        said.path("id").asString(),
                        kind(said.path("activity")),
                        said.path("points").asInt(),
                        said.path("per_day_max").asInt(),
                        said.has("within_seconds")
                                ? Integer.valueOf(said.path("within_seconds").asInt())
                                : null,
                        reversedBy,
                        true,
                        0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rules);
    }

    private static ActivityKind kind(JsonNode name) {
        return Objects.requireNonNull(ActivityKind.ofStored(name.asString()));
    }
}
