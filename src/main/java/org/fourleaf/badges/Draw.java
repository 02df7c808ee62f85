package org.fourleaf.badges;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The draw of a random badge on one evaluation day, as everybody may see it.
 *
 * @param hash SHA-256 of the secret, in hexadecimal, shown before the day
 * @param publishedAt since when
 * @param secret in hexadecimal, once the day is drawn
 * @param candidates who took part
 * @param chanceIn somebody was drawn on one day in so many
 * @param winner none when nobody was
 */
record Draw(
        LocalDate date,
        String hash,
        Instant publishedAt,
        @Nullable Instant drawnAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UUID> candidates,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer chanceIn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID winner) {}
