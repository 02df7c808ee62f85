package org.fourleaf.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Windows that may overlap, cut at all their borders, so that each moment is read once however many windows it is in.
 *
 * @param borders in order; part n, from 1, is from border n to the next
 * @param windows in which windows each part is
 */
record Parts(List<Instant> borders, List<List<Integer>> windows) {

    Parts {
        borders = List.copyOf(borders);
        windows = List.copyOf(windows);
    }

    /** @param end nothing is after it */
    static Parts of(List<TimeSlice> windows, Instant end) {
        TreeSet<Instant> cuts = new TreeSet<>();
        windows.forEach(window -> {
            cuts.add(window.from().isBefore(end) ? window.from() : end);
            cuts.add(window.to().isBefore(end) ? window.to() : end);
        });
        List<Instant> borders = new ArrayList<>(cuts);
        List<List<Integer>> in = new ArrayList<>();
        for (int part = 0; part + 1 < borders.size(); part++) {
            List<Integer> these = new ArrayList<>();
            for (int i = 0; i < windows.size(); i++) {
                if (!windows.get(i).from().isAfter(borders.get(part))
                        && windows.get(i).to().isAfter(borders.get(part))) {
                    these.add(i);
                }
            }
            in.add(these);
        }
        return new Parts(borders, in);
    }

    boolean isEmpty() {
        return windows.isEmpty();
    }

    /** As a parameter to be cast to {@code timestamptz[]}. */
    String[] asTexts() {
        return borders.stream().map(Instant::toString).toArray(String[]::new);
    }

    List<Integer> windowsOf(int part) {
        return windows.get(part - 1);
    }
}
