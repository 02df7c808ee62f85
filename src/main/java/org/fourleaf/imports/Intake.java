package org.fourleaf.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fourleaf.platform.Actor;

/** How lines of one kind get in, a chunk at a time. */
interface Intake {

    ImportKind kind();

    /**
     * Reads the lines and finds what they name, making departments, tags and companies that are named but unknown; outside of any
     * transaction. No outside id is in a chunk twice.
     *
     * @param names what this import has met so far
     * @param tally where bad lines are told
     * @return what writes the good ones, inside a transaction; may tell more bad ones
     */
    Runnable prepare(Actor by, Names names, List<Line> chunk, Tally tally);

    /** A line and what was read from it. */
    record Read<T>(Line line, T value) {}

    static <T> List<Read<T>> read(List<Line> chunk, Tally tally, Function<Line, T> reading) {
        List<Read<T>> good = new ArrayList<>(chunk.size());
        for (Line line : chunk) {
            try {
                good.add(new Read<>(line, reading.apply(line)));
            } catch (BadLine e) {
                tally.fault(line, e.reason());
            }
        }
        return good;
    }
}
