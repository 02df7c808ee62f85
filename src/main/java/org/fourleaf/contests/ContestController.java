package org.fourleaf.contests;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.boards.Standings;
import org.fourleaf.game.Direction;
import org.fourleaf.game.QualityGate;
import org.fourleaf.game.TieRule;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contests over HTTP. Days are those of the workspace's zone. */
@RestController
@RequestMapping("/api/v1/contests")
class ContestController {

    private static final String VALUE_MIN = "-1000000000";
    private static final String VALUE_MAX = "1000000000";

    record WantedPrize(
            @Nullable @Min(0) @Max(Contest.PRIZE_MAX) Integer points,
            @Nullable @Min(0) @Max(Contest.PRIZE_MAX) Integer coins,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String text) {

        Prize prize() {
            return new Prize(
                    Objects.requireNonNullElse(points, 0),
                    Objects.requireNonNullElse(coins, 0),
                    text == null ? "" : Texts.line(text));
        }
    }

    record WantedGate(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String kpi,
            @NotBlank @Size(max = 2) String op,

            @NotNull @DecimalMin(VALUE_MIN) @DecimalMax(VALUE_MAX)
            Double value) {

        QualityGate gate() {
            for (QualityGate.Op each : QualityGate.Op.values()) {
                if (each.sign().equals(op)) {
                    return new QualityGate(kpi, each, value);
                }
            }
            throw Refusal.malformed("/quality_gate/op", "One of >=, <=, >, <.");
        }
    }

    /** What a contest is to be like; of a change, only what is there changes. @param participants ids of agents or departments */
    record Wanted(
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable @Size(max = Contest.TEXT_LENGTH_MAX) String text,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String metric,
            @Nullable Direction direction,
            @Nullable Among among,
            @Nullable @Size(max = Contest.AGENTS_MAX) List<@NotNull UUID> participants,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable TeamValue teamValue,
            @Nullable TieRule tieRule,
            @Nullable @Min(1) @Max(Contest.SAMPLE_MAX) Integer minimumSample,
            Given<@Valid WantedGate> qualityGate,

            @Nullable @Size(max = Contest.PRIZES_MAX) List<@Valid @NotNull WantedPrize> prizes) {

        Contest on(Contest was) {
            Among who = or(among, was.among());
            if (who == Among.DEPARTMENTS && participants != null && participants.size() > Contest.DEPARTMENTS_MAX) {
                throw Refusal.invalid("/participants", Contest.DEPARTMENTS_MAX + " departments at most.");
            }
            return new Contest(
                    was.id(),
                    name == null ? was.name() : Texts.name(name, "/name"),
                    text == null ? was.text() : Texts.clean(text).strip(),
                    or(metric, was.metric()),
                    or(direction, was.direction()),
                    who,
                    participants != null
                            ? participants
                            : who == Among.ALL_AGENTS || who != was.among() ? List.of() : was.participants(),
                    or(firstDay, was.firstDay()),
                    or(lastDay, was.lastDay()),
                    or(teamValue, was.teamValue()),
                    or(tieRule, was.tieRule()),
                    or(minimumSample, was.minimumSample()),
                    qualityGate.map(WantedGate::gate).or(was.gate()),
                    prizes == null
                            ? was.prizes()
                            : prizes.stream().map(WantedPrize::prize).toList(),
                    was.createdAt(),
                    was.openedAt(),
                    was.closedAt(),
                    was.bound(),
                    was.finalisedAt(),
                    was.cancelledAt(),
                    was.version());
        }

        private static <T> T or(@Nullable T given, T was) {
            return Objects.requireNonNullElse(given, was);
        }
    }

    private final Contests contests;
    private final ContestEditing editing;
    private final Standings standings;
    private final Clock clock;

    ContestController(Contests contests, ContestEditing editing, Standings standings, Clock clock) {
        this.contests = contests;
        this.editing = editing;
        this.standings = standings;
        this.clock = clock;
    }

    /** The latest first. @param state planned, open, closed, finalised or cancelled; all when not said */
    @GetMapping
    Page<ContestCard> list(Actor by, @RequestParam(required = false) @Nullable String state, Slice slice) {
        return contests.page(by, state == null ? null : state(state), slice);
    }

    @GetMapping("/{id}")
    ResponseEntity<ContestCard> get(Actor by, @PathVariable UUID id) {
        return answer(contests.card(by, id));
    }

    /** Where everybody stands; of a finalised one its result, which never changes. */
    @GetMapping("/{id}/standings")
    ContestCard.Table standings(Actor by, @PathVariable UUID id) {
        return contests.table(by, id);
    }

    /** Unless said otherwise: everybody, by points, the most, from today for seven days, the earliest of equals first. */
    @PostMapping
    ResponseEntity<ContestCard> add(Actor by, @Valid @RequestBody Wanted wanted) {
        if (wanted.name() == null) {
            throw Refusal.malformed("/name", "A contest has a name.");
        }
        LocalDate first = Objects.requireNonNullElse(wanted.firstDay(), standings.today(by.workspace()));
        if (first.getYear() < 1 || first.getYear() > 9_999) {
            throw Refusal.malformed("/first_day", "This must be a date such as 2026-03-09.");
        }
        UUID id = editing.add(by, wanted.on(plain(first, clock.instant())));
        ContestCard made = contests.card(by, id);
        return ResponseEntity.created(URI.create("/api/v1/contests/" + id))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    @PatchMapping("/{id}")
    ResponseEntity<ContestCard> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wanted wanted) {
        editing.change(by, id, ETags.expected(ifMatch), wanted::on);
        return answer(contests.card(by, id));
    }

    /** Nobody wins anything. */
    @PostMapping("/{id}/cancellation")
    ResponseEntity<ContestCard> cancel(Actor by, @PathVariable UUID id) {
        editing.cancel(by, id);
        return answer(contests.card(by, id));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        editing.delete(by, id);
        return ResponseEntity.noContent().build();
    }

    private static Contest plain(LocalDate first, Instant now) {
        return new Contest(
                Ids.next(),
                "",
                "",
                Standings.POINTS,
                Direction.MOST,
                Among.ALL_AGENTS,
                List.of(),
                first,
                first.plusDays(6),
                TeamValue.SUM,
                TieRule.EARLIEST,
                1,
                null,
                List.of(),
                now,
                null,
                null,
                null,
                null,
                null,
                1);
    }

    private static ContestState state(String name) {
        for (ContestState state : ContestState.values()) {
            if (state.json().equals(name)) {
                return state;
            }
        }
        throw Refusal.malformed("state", "One of planned, open, closed, finalised, cancelled.");
    }

    private static ResponseEntity<ContestCard> answer(ContestCard contest) {
        return ResponseEntity.ok().eTag(ETags.of(contest.version())).body(contest);
    }
}
