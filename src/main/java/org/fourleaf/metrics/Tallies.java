package org.fourleaf.metrics;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a page of the log adds to the figures and takes from them, added up in memory before anything is written. */
final class Tallies {

    /** For all tickets, of whatever tags. */
    static final List<UUID> UNTAGGED = List.of(Cell.NOBODY);

    /** A cell, of all tickets or of those with one tag. */
    record Place(UUID tag, Cell cell) {}

    /** A bin of a measure there. */
    record BinPlace(Measure measure, int bin, Place place) {}

    private final Map<Place, long[]> sums = new HashMap<>();
    private final Map<BinPlace, Long> bins = new HashMap<>();
    private final Set<Figure> touched = EnumSet.noneOf(Figure.class);

    /** @param n below zero to take away */
    void add(Collection<UUID> tags, Cell cell, Figure figure, long n) {
        if (n == 0) {
            return;
        }
        touched.add(figure);
        for (UUID tag : tags) {
            sums.computeIfAbsent(new Place(tag, cell), place -> new long[Figure.storedCount()])[figure.place()] += n;
        }
    }

    void addTo(Collection<UUID> tags, Cell cell, Measure measure, long seconds, int n) {
        int bin = Bins.bin(seconds);
        for (UUID tag : tags) {
            bins.merge(new BinPlace(measure, bin, new Place(tag, cell)), (long) n, Long::sum);
        }
    }

    Set<Figure> touched() {
        return touched;
    }

    Map<Place, long[]> sums() {
        return sums;
    }

    Map<BinPlace, Long> bins() {
        return bins;
    }
}
