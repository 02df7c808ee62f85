package org.fourleaf.game;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A badge as it is shown.
 *
 * @param name in the reader's language, like {@code text}
 * @param unit of its values
 * @param chanceIn of a random one: drawn on one day in so many
 * @param texts the workspace's own words, by language
 * @param holders who has it now, as far as the reader may know
 */
record BadgeCard(
        String id,
        String name,
        String text,
        String picture,
        Polarity polarity,
        BadgeKind kind,
        String metric,
        String unit,
        Direction direction,
        BadgeWindow window,
        int minimumSample,
        double minimumValue,
        int holdersMax,
        TieRule tieRule,
        @Nullable QualityGate qualityGate,
        Visibility visibility,
        boolean active,
        boolean shipped,
        Map<Tier, Double> tiers,
        int chanceIn,
        Map<String, Badge.Words> texts,
        List<Holder> holders,
        Abilities abilities,
        long version) {

    /** What the reader may do with it. @param test whether they may ask who would have held it */
    record Abilities(boolean edit, boolean test) {}

    /** @param since the evaluation day it was won on */
    record Holder(
            UUID id,
            @Nullable String email,
            String name,
            LocalDate since,
            double value,
            long sample,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Tier tier) {

        static Holder of(Award award, @Nullable PersonName name) {
            return new Holder(
                    award.agent(),
                    name == null ? null : name.email(),
                    name == null ? "" : name.name(),
                    award.since(),
                    award.value(),
                    award.sample(),
                    award.tier());
        }
    }

    static BadgeCard of(Badge badge, String language, List<Holder> holders, Abilities abilities) {
        Badge.Words words = badge.words(language);
        return new BadgeCard(
                badge.id(),
                words.name(),
                words.text(),
                badge.picture(),
                badge.polarity(),
                badge.kind(),
                badge.metric(),
                badge.reckoned().unit(),
                badge.direction(),
                badge.window(),
                badge.minimumSample(),
                badge.minimumValue(),
                badge.holdersMax(),
                badge.tieRule(),
                badge.gate(),
                badge.visibility(),
                badge.active(),
                badge.shipped(),
                badge.tiers(),
                badge.chanceIn(),
                badge.texts(),
                holders,
                abilities,
                badge.version());
    }
}
