package org.fourleaf.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Everything that is left to chance, the same for the same seed. */
final class Chance {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_REST = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** A source of its own, so that what one part draws does not shift what another gets. */
    Chance apart() {
        return new Chance(random.nextLong());
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** From least to most, both included. */
    int from(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    Duration seconds(int least, int most) {
        return Duration.ofSeconds(from(least, most));
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    void shuffle(List<?> deck) {
        Collections.shuffle(deck, random);
    }

    /** Which of the weights wins. */
    int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** A UUIDv7 of the moment. */
    UUID id(Instant at) {
        long high = at.toEpochMilli() << 16 | VERSION_7 | random.nextInt(1 << 12);
        return new UUID(high, VARIANT | (random.nextLong() & VARIANT_REST));
    }

    /** How long after the last word a case is resolved: with it, or when somebody thinks of it. */
    Duration untilResolved() {
        return happens(0.6) ? seconds(5, 300) : seconds(3_000, 150_000);
    }
}
