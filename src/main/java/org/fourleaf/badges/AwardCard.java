package org.fourleaf.badges;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.jspecify.annotations.Nullable;

/** That somebody held a badge, as it is shown. @param until none while they hold it @param played found by playing the past */
record AwardCard(
        UUID id,
        About badge,
        @Nullable PersonName agent,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Tier tier,
        LocalDate since,
        @Nullable LocalDate until,
        double value,
        String unit,
        long sample,
        boolean played) {

    /** The badge. */
    record About(
            String id,
            String name,
            String picture,
            @Nullable String pictureUrl,
            Polarity polarity) {}

    static AwardCard of(Award award, @Nullable Badge badge, String language, @Nullable PersonName agent) {
        Badge known = Objects.requireNonNull(badge);
        return new AwardCard(
                award.id(),
                new About(
                        known.id(),
                        known.words(language).name(),
                        known.picture(),
                        known.pictureUrl(),
                        known.polarity()),
                agent,
                award.tier(),
                award.since(),
                award.until(),
                award.value(),
                known.reckoned().unit(),
                award.sample(),
                award.played());
    }
}
