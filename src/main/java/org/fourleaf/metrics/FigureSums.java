package org.fourleaf.metrics;

import java.util.EnumMap;
import java.util.Map;

/** The figures of one slice and group, added up. */
public final class FigureSums {

    private final long[] numbers = new long[Figure.values().length];
    private final Map<Measure, Bins> bins = new EnumMap<>(Measure.class);

    public long get(Figure figure) {
        return numbers[figure.place()];
    }

    public void add(FigureSums others) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += others.numbers[i];
        }
        others.bins.forEach((measure, more) ->
                bins.computeIfAbsent(measure, made -> new Bins()).add(more));
    }

    void add(Figure figure, long n) {
        numbers[figure.place()] += n;
    }

    void put(Figure figure, long n) {
        numbers[figure.place()] = n;
    }

    void add(Measure measure, int bin, long n) {
        bins.computeIfAbsent(measure, made -> new Bins()).add(bin, n);
    }

    Bins bins(Measure measure) {
        return bins.getOrDefault(measure, new Bins());
    }
}
