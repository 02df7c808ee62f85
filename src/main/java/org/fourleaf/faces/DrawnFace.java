package org.fourleaf.faces;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A face we drew, open from the level of a place on. Its picture lies under {@code /faces}. */
enum DrawnFace {
    SPROUT(1),
    CAT(1),
    BEAR(2),
    OWL(3),
    FOX(4),
    PENGUIN(5),
    FROG(6),
    ROBOT(7),
    WHALE(8),
    UNICORN(9),
    DRAGON(10),
    STAR(11),
    KING(12);

    private final int place;

    DrawnFace(int place) {
        this.place = place;
    }

    int place() {
        return place;
    }

    static Optional<DrawnFace> named(String id) {
        return Arrays.stream(values()).filter(face -> face.id().equals(id)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(DrawnFace::id).collect(Collectors.joining(", "));
    }

    /** A PNG. */
    byte[] picture() {
        try (InputStream file =
                Objects.requireNonNull(DrawnFace.class.getResourceAsStream("/faces/" + id() + ".png"))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
