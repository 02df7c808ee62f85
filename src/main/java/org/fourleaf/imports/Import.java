package org.fourleaf.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One stream of lines on its way in, or after.
 *
 * @param received lines read so far, without empty ones
 * @param imported lines that added or changed something
 * @param unchanged lines that were here already
 * @param failed bad lines, all of them, also those beyond the first in {@code errors}
 */
record Import(
        UUID id,
        ImportKind kind,
        ImportState state,
        long received,
        long imported,
        long unchanged,
        long failed,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<Fault> errors) {

    /** A bad line. @param line counted from 1 in the file, empty lines too */
    record Fault(long line, String reason) {}

    Import {
        errors = List.copyOf(errors);
    }
}
