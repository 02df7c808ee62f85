package org.fourleaf.fairplay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.Period;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Fair play over HTTP. */
@RestController
@RequestMapping("/api/v1/fair-play")
class FairPlayController {

    static final int DAYS_MAX = 92;
    private static final int DAYS_USUALLY = 30;

    record Flags(Instant from, Instant to, List<FairPlay.Flag> flags) {

        Flags {
            flags = List.copyOf(flags);
        }
    }

    private final FairPlay fairPlay;
    private final Figures figures;
    private final Agents agents;
    private final Clock clock;

    FairPlayController(FairPlay fairPlay, Figures figures, Agents agents, Clock clock) {
        this.fairPlay = fairPlay;
        this.figures = figures;
        this.agents = agents;
        this.clock = clock;
    }

    /** @param from a date or an instant; the last 30 days when neither it nor {@code to} is said. At most {@value #DAYS_MAX} days */
    @GetMapping
    Flags flags(
            Actor by,
            @Nullable @RequestParam(required = false) String from,
            @Nullable @RequestParam(required = false) String to) {
        TimeSlice time = time(by, from, to);
        return new Flags(time.from(), time.to(), fairPlay.flags(by, time));
    }

    /** The cases of a flag, newest first. */
    @GetMapping("/{kind}/evidence")
    Page<FairPlayQuery.Evidence> evidence(
            Actor by,
            @PathVariable String kind,
            @RequestParam String agent,
            @Nullable @RequestParam(required = false) String from,
            @Nullable @RequestParam(required = false) String to,
            Slice slice) {
        UUID whose = agents.find(by, agent)
                .orElseThrow(() -> Refusal.notFound("agent"))
                .id();
        return fairPlay.evidence(by, time(by, from, to), whose, FlagKind.named(kind), slice);
    }

    private TimeSlice time(Actor by, @Nullable String from, @Nullable String to) {
        ZoneId zone = figures.zone(by);
        LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
        Period period = Period.of(
                from == null ? tomorrow.minusDays(DAYS_USUALLY).toString() : from,
                to == null ? tomorrow.toString() : to,
                zone,
                null);
        if (Duration.between(period.from(), period.to()).toDays() > DAYS_MAX) {
            throw Refusal.malformed("to", "At most " + DAYS_MAX + " days after from.");
        }
        return period.whole();
    }
}
