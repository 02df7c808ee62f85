package org.fourleaf.tickets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A label on tickets. Archived ones stay on their tickets and are offered no more. */
public record Tag(
        UUID id, String name, String colour, @Nullable String description, boolean archived, long version) {

    /** The colour of one that was given none. */
    static final String COLOURLESS = "gray";
}
