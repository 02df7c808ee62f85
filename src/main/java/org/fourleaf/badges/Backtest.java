package org.fourleaf.badges;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who would have held a badge on each of some evaluation days. */
record Backtest(List<Day> days) {

    /** @param date the evaluation day */
    record Day(LocalDate date, List<Place> holders, List<Place> runnersUp) {}

    /** @param agent their address @param value in the metric's base unit @param tier of an earned badge, the highest reached */
    record Place(
            String agent,
            double value,
            long sample,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Tier tier) {}

    Backtest {
        days = List.copyOf(days);
    }
}
