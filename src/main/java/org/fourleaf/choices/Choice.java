package org.fourleaf.choices;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One word of a list. An archived one is offered no more and stays where it is.
 *
 * @param status the ticket's status a sub-status stands under; none for the other lists
 * @param order where it stands in its list, ascending
 */
public record Choice(
        UUID id,
        @JsonIgnore ChoiceKind kind,
        String name,
        @Nullable String status,
        long order,
        boolean archived,
        long version) {}
