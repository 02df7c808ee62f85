package org.fourleaf.imports;

import java.io.IOException;
import java.time.Instant;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How everything of one kind gets out, in the format in which it came in, a bounded page in memory at a time. */
interface Outlet {

    ImportKind kind();

    void write(Actor by, Range range, Sink sink) throws IOException;

    /** From, included, to, excluded; only activities have times. */
    record Range(@Nullable Instant from, @Nullable Instant to) {}

    /** Takes one line. */
    @FunctionalInterface
    interface Sink {
        void line(ObjectNode line) throws IOException;
    }
}
