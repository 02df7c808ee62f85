package org.fourleaf.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI came to.
 *
 * @param value none where there is nothing to divide by
 * @param median of durations, within 1 %, like {@code p90}
 * @param provisional whether some of it is too young to be final; only where that can be
 */
record KpiValue(
        @Nullable Double value,
        Number numerator,
        @Nullable Number denominator,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double median,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double p90,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean provisional) {

    /** Whole numbers without a fraction. */
    static Number number(double number) {
        return number == Math.rint(number) ? (Number) (long) number : (Number) number;
    }
}
