package org.fourleaf.fairplay;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.fourleaf.platform.Refusal;

/**
 * What is looked for. A flag is raised from so many cases on which are also such a share of all an agent's acts of that sort, and that
 * share half as large again as that of the others: few alike happen to everybody, and some desks have many.
 */
enum FlagKind {
    /** Resolved, and reopened or a new ticket of the same customer within 24 hours. Of all they resolved. */
    QUICK_RETURNS(5, 0.2),
    /** Calls whose talk lasted at most 5 seconds, unless the caller hung up. Of all their calls. */
    SHORT_CALLS(5, 0.2),
    /** Transfers that came back to where they came from within 24 hours. Of all their transfers. */
    BOUNCED_TRANSFERS(5, 0.25),
    /** Tags the same agent took off again within the hour. Of all tags they put on. */
    TAG_CHURN(5, 0.3),
    /** Views after which they did nothing with the ticket within 24 hours. Of all their views. */
    IDLE_VIEWS(30, 0.8),
    /** Ratings by the one customer who rated them the most. Of all ratings they got. */
    RATINGS_FROM_ONE(5, 0.5);

    static final double TIMES_THE_OTHERS = 1.5;

    private final int casesMin;
    private final double shareMin;

    FlagKind(int casesMin, double shareMin) {
        this.casesMin = casesMin;
        this.shareMin = shareMin;
    }

    int casesMin() {
        return casesMin;
    }

    double shareMin() {
        return shareMin;
    }

    /** @param othersShare of the others one leads: what happens to all of them as often is nobody's doing */
    boolean isRaised(long cases, long of, double othersShare) {
        return cases >= casesMin && cases >= of * shareMin && cases >= of * othersShare * TIMES_THE_OTHERS;
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal not found */
    static FlagKind named(String name) {
        for (FlagKind kind : values()) {
            if (kind.json().equals(name)) {
                return kind;
            }
        }
        throw Refusal.notFound("flag");
    }
}
