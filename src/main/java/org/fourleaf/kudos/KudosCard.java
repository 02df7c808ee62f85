package org.fourleaf.kudos;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.jspecify.annotations.Nullable;

/** Thanks as they are shown. @param ticket only to who may see it */
public record KudosCard(
        UUID id,
        @Nullable PersonName from,
        @Nullable PersonName to,
        String message,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable About ticket,
        int points,
        int coins,
        Instant at,
        Abilities abilities) {

    /** The ticket it is for. */
    public record About(String code, String subject) {}

    /** What the reader may do with it. */
    public record Abilities(boolean withdraw) {}
}
