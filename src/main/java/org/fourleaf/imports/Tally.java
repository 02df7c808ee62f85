package org.fourleaf.imports;

import java.util.ArrayList;
import java.util.List;

/** What became of the lines of one chunk. */
final class Tally {

    private final List<Import.Fault> faults = new ArrayList<>();
    private int received;
    private int imported;
    private int unchanged;

    void received(int lines) {
        received += lines;
    }

    void imported(int lines) {
        imported += lines;
    }

    void unchanged(int lines) {
        unchanged += lines;
    }

    void fault(Line line, String reason) {
        fault(line.number(), reason);
    }

    void fault(long line, String reason) {
        faults.add(new Import.Fault(line, reason));
    }

    int received() {
        return received;
    }

    int imported() {
        return imported;
    }

    int unchanged() {
        return unchanged;
    }

    List<Import.Fault> faults() {
        return faults;
    }
}
