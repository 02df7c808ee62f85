package org.fourleaf.attention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has tickets on screen, over HTTP. */
@RestController
class AttentionController {

    /** A day: what is said beyond is a mistake, what is believed is far less. */
    private static final int SECONDS_MAX = 86_400;

    private static final UUID ONLY_TAB = new UUID(0, 0);

    /**
     * @param tab tells the tabs and devices of one agent apart; none when there is only one
     * @param seconds how long the agent really looked since this tab was heard last
     */
    record Shown(
            @NotNull AttentionState state,
            @Nullable UUID tab,
            @Nullable @Min(0) @Max(SECONDS_MAX) Integer seconds) {}

    /** @param until say it again before then @param countedSeconds what was believed @param others who else has it on screen */
    record Heard(AttentionState state, UUID tab, Instant until, long countedSeconds, List<Onlooker> others) {}

    private final TicketAttention attention;
    private final OnlookerQuery onlookers;
    private final ViewTimeQuery times;
    private final Tickets tickets;
    private final Departments departments;
    private final Clock clock;

    AttentionController(
            TicketAttention attention,
            OnlookerQuery onlookers,
            ViewTimeQuery times,
            Tickets tickets,
            Departments departments,
            Clock clock) {
        this.attention = attention;
        this.onlookers = onlookers;
        this.times = times;
        this.tickets = tickets;
        this.departments = departments;
        this.clock = clock;
    }

    /** Everybody who has a ticket on screen that the caller may see, at most {@value OnlookerQuery#ONLOOKERS_MAX}. */
    @GetMapping("/api/v1/attention")
    @Transactional(readOnly = true)
    Page<Onlooker> all(Actor by) {
        return new Page<>(onlookers.of(by, null, departments.seenBy(by), clock.instant()), null);
    }

    @GetMapping("/api/v1/tickets/{code}/attention")
    @Transactional(readOnly = true)
    Page<Onlooker> of(Actor by, @PathVariable String code) {
        UUID ticket = tickets.readable(by, code).id();
        return new Page<>(onlookers.of(by, ticket, departments.seenBy(by), clock.instant()), null);
    }

    @PutMapping("/api/v1/tickets/{code}/attention")
    @Transactional
    Heard show(Actor by, @PathVariable String code, @Valid @RequestBody Shown shown) {
        UUID tab = shown.tab == null ? ONLY_TAB : shown.tab;
        Duration focused = Duration.ofSeconds(shown.seconds == null ? 0 : shown.seconds);
        TicketAttention.Heard heard = attention.beat(by, code, new TicketAttention.Beat(tab, shown.state, focused));
        return new Heard(shown.state, tab, heard.until(), heard.counted().toSeconds(), heard.others());
    }

    @DeleteMapping("/api/v1/tickets/{code}/attention")
    @Transactional
    ResponseEntity<Void> leave(
            Actor by,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID tab,
            @RequestParam(defaultValue = "0") @Min(0) @Max(SECONDS_MAX) int seconds) {
        attention.leave(by, code, tab == null ? ONLY_TAB : tab, Duration.ofSeconds(seconds));
        return ResponseEntity.noContent().build();
    }

    /** How long agents looked at the ticket. */
    @GetMapping("/api/v1/tickets/{code}/view-time")
    @Transactional(readOnly = true)
    ViewTimeQuery.Spent spent(Actor by, @PathVariable String code) {
        return times.of(by, tickets.readable(by, code).id());
    }
}
