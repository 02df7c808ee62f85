package org.fourleaf.badges;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.game.Direction;
import org.fourleaf.game.GameWords;
import org.fourleaf.game.QualityGate;
import org.fourleaf.game.TieRule;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.people.PersonName;
import org.fourleaf.tickets.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A badge as it is shown.
 *
 * @param name in the reader's language, like {@code text}
 * @param unit of its values
 * @param chanceIn of a random one: drawn on one day in so many
 * @param texts the workspace's own words, by language
 * @param holders who has it now, as far as the reader may know
 * @param schedule when it is evaluated: at every midnight of the workspace
 * @param department whose members compete, if not everybody
 * @param points given each time it is won, like {@code coins}
 * @param pictureUrl an own picture, in place of the drawn one
 */
public record BadgeCard(
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
        Map<String, GameWords> texts,
        String schedule,
        BadgeScope scope,
        @Nullable Department department,
        Filters filters,
        int points,
        int coins,
        @Nullable String pictureUrl,
        List<Holder> holders,
        Abilities abilities,
        long version) {

    private static final String SCHEDULE = "daily";

    /** @param name none of one that is gone */
    record Department(UUID id, @Nullable String name) {}

    /** By which work agents compete, ids of departments and tags; nothing named narrows nothing. */
    record Filters(
            List<UUID> department,
            List<Channel> channel,
            @Nullable UUID tag) {

        static Filters of(FigureFilter filter) {
            return new Filters(
                    filter.departments().stream().sorted().toList(),
                    filter.channels().stream().sorted().map(Channel::ofCode).toList(),
                    filter.tag());
        }
    }

    /** What the reader may do with it. @param test whether they may ask who would have held it */
    record Abilities(boolean edit, boolean test) {}

    /** @param since the evaluation day it was won on */
    public record Holder(
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

    static BadgeCard of(
            Badge badge, String language, @Nullable String departmentName, List<Holder> holders, Abilities abilities) {
        UUID department = badge.reach().department();
        GameWords words = badge.words(language);
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
                SCHEDULE,
                badge.reach().scope(),
                department == null ? null : new Department(department, departmentName),
                Filters.of(badge.reach().filter()),
                badge.prize().points(),
                badge.prize().coins(),
                badge.pictureUrl(),
                holders,
                abilities,
                badge.version());
    }
}
