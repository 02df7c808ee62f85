package org.fourleaf.badges;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.fourleaf.game.Direction;
import org.fourleaf.game.GameMetric;
import org.fourleaf.game.GameWords;
import org.fourleaf.game.QualityGate;
import org.fourleaf.game.TieRule;
import org.jspecify.annotations.Nullable;

/**
 * A badge, as data: what agents are compared by, over which days, and who may hold it.
 *
 * @param id a slug, for ever
 * @param place in lists
 * @param gate what else must be good, if anything
 * @param tiers from which value an earned one is bronze, silver and gold
 * @param chanceIn a random one is drawn on one day in so many
 * @param texts in the workspace's own words by language; what a shipped one lacks is said in ours
 * @param reach who competes, and by which of their work
 * @param prize what comes with it each time it is won
 * @param face the hash of an own picture, in place of the drawn one
 * @param made the day it was made; those after it are evaluated
 */
record Badge(
        String id,
        int place,
        boolean shipped,
        String picture,
        Polarity polarity,
        BadgeKind kind,
        String metric,
        Direction direction,
        BadgeWindow window,
        int minimumSample,
        double minimumValue,
        int holdersMax,
        TieRule tieRule,
        @Nullable QualityGate gate,
        Visibility visibility,
        boolean active,
        Map<Tier, Double> tiers,
        int chanceIn,
        Map<String, GameWords> texts,
        BadgeReach reach,
        Prize prize,
        @Nullable String face,
        LocalDate made,
        long version) {

    static final int BADGES_MAX = 100;
    static final int HOLDERS_MAX = 100;
    static final int SAMPLE_MAX = 1_000_000;
    static final int CHANCE_IN_MAX = 1_000;
    static final int CHANCE_IN_USUALLY = 7;
    static final int PRIZE_MAX = 10_000;

    /** Points and coins. */
    record Prize(int points, int coins) {

        static final Prize NONE = new Prize(0, 0);
    }

    Badge {
        tiers = tiers.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new EnumMap<>(tiers));
        texts = Map.copyOf(texts);
    }

    GameMetric reckoned() {
        return GameMetric.named(metric)
                .orElseThrow(() -> new IllegalStateException("badge " + id + " knows no metric " + metric));
    }

    /** Whether a value is as far as a tier asks. */
    boolean reaches(double value, double from) {
        return direction == Direction.MOST ? value >= from : value <= from;
    }

    /** The highest an earned badge is at a value, if any. */
    @Nullable
    Tier tier(double value) {
        Tier highest = null;
        for (Map.Entry<Tier, Double> tier : tiers.entrySet()) {
            if (reaches(value, tier.getValue())) {
                highest = tier.getKey();
            }
        }
        return highest;
    }

    /** In a language, else in ours of that language, else in English, else in any. */
    GameWords words(String language) {
        GameWords own = texts.get(language);
        GameWords ours = ShippedBadges.words(id, language);
        GameWords any = texts.values().stream().findFirst().orElse(new GameWords(id, ""));
        GameWords fallback = ours != null ? ours : texts.getOrDefault("en", any);
        return own == null ? fallback : own.or(fallback);
    }

    /** Where its own picture is, if it has one. */
    @Nullable
    String pictureUrl() {
        return face == null ? null : "/api/v1/badges/" + id + "/picture?v=" + face;
    }

    /** With another own picture, or the drawn one. */
    Badge withFace(@Nullable String picturesHash) {
        return with(id, place, minimumSample, gate, visibility, picturesHash, made);
    }

    /** A new one. @param day when it is made */
    Badge as(String slug, int at, LocalDate day) {
        return with(slug, at, minimumSample, gate, visibility, face, day);
    }

    /** As a preset says: only what presets differ in. */
    Badge setLike(Badge said) {
        return with(id, place, said.minimumSample, said.gate, said.visibility, face, made);
    }

    private Badge with(
            String slug,
            int at,
            int sample,
            @Nullable QualityGate asked,
            Visibility seenBy,
            @Nullable String ownPicture,
            LocalDate day) {
        return new Badge(
                slug,
                at,
                shipped,
                picture,
                polarity,
                kind,
                metric,
                direction,
                window,
                sample,
                minimumValue,
                holdersMax,
                tieRule,
                asked,
                seenBy,
                active,
                tiers,
                chanceIn,
                texts,
                reach,
                prize,
                ownPicture,
                day,
                version);
    }
}
