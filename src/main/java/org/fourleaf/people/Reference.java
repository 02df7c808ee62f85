package org.fourleaf.people;

import java.util.Optional;
import java.util.UUID;

/** A reference in a path, body or filter: an id, or else a name of the thing. */
public final class Reference {

    private static final int ID_LENGTH = 36;

    private Reference() {}

    public static Optional<UUID> id(String reference) {
        if (reference.length() != ID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
