package org.fourleaf.metrics;

import java.time.Instant;

/** A time, its end not in it. Both lie on quarters of an hour. */
public record TimeSlice(Instant from, Instant to) {}
