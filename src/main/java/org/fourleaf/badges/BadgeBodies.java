package org.fourleaf.badges;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourleaf.game.Direction;
import org.fourleaf.game.GameWords;
import org.fourleaf.game.QualityGate;
import org.fourleaf.game.TieRule;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.Given;
import org.jspecify.annotations.Nullable;

/** What is sent to make and change badges. */
final class BadgeBodies {

    private static final String VALUE_MIN = "-1000000000";
    private static final String VALUE_MAX = "1000000000";
    private static final int PICTURE_LENGTH_MAX = 60;
    private static final int FILTERED_MAX = 100;
    private static final String PICTURE = "[a-z0-9-]{1,60}";

    private BadgeBodies() {}

    record Gate(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String kpi,
            @NotBlank @Size(max = 2) String op,

            @NotNull @DecimalMin(VALUE_MIN) @DecimalMax(VALUE_MAX)
            Double value) {

        QualityGate gate() {
            try {
                return new QualityGate(kpi, QualityGate.Op.of(op), value);
            } catch (IllegalArgumentException e) {
                throw Refusal.malformed("/quality_gate/op", "One of >=, <=, >, <.");
            }
        }
    }

    /**
     * Which work counts, by id or by name; nothing named narrows nothing.
     *
     * @param priority refused when it names any: no figure knows it
     */
    record Filters(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = FILTERED_MAX)
            List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> department,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = FILTERED_MAX)
            List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> channel,

            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String tag,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = FILTERED_MAX)
            List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> priority) {

        List<String> departments() {
            return department == null ? List.of() : department;
        }

        List<String> channels() {
            return channel == null ? List.of() : channel;
        }

        boolean namesPriorities() {
            return priority != null && !priority.isEmpty();
        }
    }

    /** What a badge is to be like; of a change, only what is there changes. */
    record Wanted(
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable @Size(max = GameWords.TEXT_LENGTH_MAX) String text,
            @Nullable @Size(max = PICTURE_LENGTH_MAX) String picture,
            @Nullable Polarity polarity,
            @Nullable BadgeKind kind,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String metric,
            @Nullable Direction direction,
            @Nullable BadgeWindow window,
            @Nullable @Min(1) @Max(Badge.SAMPLE_MAX) Integer minimumSample,

            @Nullable @DecimalMin(VALUE_MIN) @DecimalMax(VALUE_MAX)
            Double minimumValue,

            @Nullable @Min(1) @Max(Badge.HOLDERS_MAX) Integer holdersMax,
            @Nullable TieRule tieRule,
            Given<@Valid Gate> qualityGate,
            @Nullable Visibility visibility,
            @Nullable Boolean active,

            @Nullable Map<Tier, @NotNull @DecimalMin(VALUE_MIN) @DecimalMax(VALUE_MAX) Double> tiers,

            @Nullable @Min(1) @Max(Badge.CHANCE_IN_MAX) Integer chanceIn,
            @Nullable @Size(max = GameWords.LANGUAGES_MAX) Map<String, GameWords.@Valid @NotNull Said> texts,
            @Nullable BadgeScope scope,
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> department,
            @Nullable @Valid Filters filters,
            @Nullable @Min(0) @Max(Badge.PRIZE_MAX) Integer points,
            @Nullable @Min(0) @Max(Badge.PRIZE_MAX) Integer coins) {

        /** @param language what a name and text without language are in */
        Badge on(Badge was, String language, BadgeReach reach) {
            String drawnAs = picture == null ? was.picture() : picture;
            if (!drawnAs.matches(PICTURE)) {
                throw Refusal.malformed("/picture", "Small letters, digits and hyphens: the name of a picture.");
            }
            return new Badge(
                    was.id(),
                    was.place(),
                    was.shipped(),
                    drawnAs,
                    or(polarity, was.polarity()),
                    or(kind, was.kind()),
                    or(metric, was.metric()),
                    or(direction, was.direction()),
                    or(window, was.window()),
                    or(minimumSample, was.minimumSample()),
                    or(minimumValue, was.minimumValue()),
                    or(holdersMax, was.holdersMax()),
                    or(tieRule, was.tieRule()),
                    qualityGate.map(Gate::gate).or(was.gate()),
                    or(visibility, was.visibility()),
                    or(active, was.active()),
                    tiers == null ? was.tiers() : ranked(tiers),
                    or(chanceIn, was.chanceIn()),
                    words(was, language),
                    reach,
                    new Badge.Prize(
                            or(points, was.prize().points()),
                            or(coins, was.prize().coins())),
                    picture == null ? was.face() : null,
                    was.made(),
                    was.version());
        }

        private static Map<Tier, Double> ranked(Map<Tier, Double> tiers) {
            Map<Tier, Double> ranked = new EnumMap<>(Tier.class);
            ranked.putAll(tiers);
            return ranked;
        }

        private Map<String, GameWords> words(Badge was, String language) {
            Map<String, GameWords> words = new HashMap<>(texts == null ? was.texts() : GameWords.of(texts));
            if (name != null || text != null) {
                GameWords there = words.getOrDefault(language, new GameWords("", ""));
                words.put(
                        language,
                        new GameWords(
                                name == null ? there.name() : Texts.name(name, "/name"),
                                text == null ? there.text() : Texts.line(text)));
            }
            return words;
        }

        private static <T> T or(@Nullable T given, T was) {
            return Objects.requireNonNullElse(given, was);
        }
    }

    /** What a new badge is like unless said otherwise. */
    static Badge plain() {
        return new Badge(
                "",
                0,
                false,
                "own",
                Polarity.POSITIVE,
                BadgeKind.HELD,
                "answers",
                Direction.MOST,
                BadgeWindow.DAYS_7,
                1,
                0,
                1,
                TieRule.EARLIEST,
                null,
                Visibility.EVERYONE,
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
}
