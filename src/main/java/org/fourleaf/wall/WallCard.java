package org.fourleaf.wall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.badges.BadgeFaces;
import org.fourleaf.contests.ContestPeople;
import org.fourleaf.kudos.KudosCard;
import org.fourleaf.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is shown.
 *
 * @param agent whose it is; none of a contest
 * @param badge of one of badges, like {@code level}, {@code contest}, {@code quest}, {@code kudos} and {@code praise}
 * @param liked by the reader
 * @param likers some who like it, the latest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WallCard(
        UUID id,
        Instant at,
        WallKind kind,
        @Nullable PersonName agent,
        @Nullable PersonName by,
        @Nullable Won badge,
        @Nullable Reached level,
        ContestPeople.@Nullable Podium contest,
        @Nullable Reached quest,
        @Nullable Thanks kudos,
        @Nullable Praise praise,
        int likes,
        boolean liked,
        List<PersonName> likers,
        int comments,
        boolean hidden,
        Abilities abilities) {

    /** @param tier bronze, silver or gold of an earned one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Won(
            String id,
            String name,
            String picture,
            String polarity,
            @Nullable String tier) {

        static Won of(BadgeFaces.Face face, @Nullable String tier) {
            return new Won(face.id(), face.name(), face.picture(), face.polarity(), tier);
        }
    }

    /** What a colleague thanked for. @param ticket it is about, to who may see it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Thanks(UUID id, String message, KudosCard.@Nullable About ticket) {}

    /** What a lead praised. @param id of the note */
    record Praise(UUID id, String text) {}

    /** A level, or a quest. @param passed lower levels reached at the same time, the lowest first */
    record Reached(
            String id,
            String name,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> passed) {}

    /** What the reader may do with it. */
    record Abilities(boolean like, boolean hide) {}

    /** What a colleague says about it. @param hidden by a lead: seen by leads and its writer */
    record Said(UUID id, PersonName agent, Instant at, String text, boolean hidden, SaidAbilities abilities) {}

    /** What the reader may do with a comment. */
    record SaidAbilities(boolean delete, boolean hide) {}
}
