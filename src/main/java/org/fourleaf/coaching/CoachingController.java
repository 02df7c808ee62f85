package org.fourleaf.coaching;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.Tickets;
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

/** Coaching over HTTP: what leads and agents write to each other. */
@RestController
@RequestMapping("/api/v1/coaching-notes")
class CoachingController {

    /** @param kpi the note's own when it is not said @param from today when it is not said */
    record WantedGoal(
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String kpi,
            @NotNull Aim aim,
            @NotNull Double target,
            @Nullable LocalDate from,
            @NotNull LocalDate until) {}

    /** @param ticket a code @param call the id of an activity */
    record Wanted(
            @NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            @Nullable NoteKind kind,
            @JsonProperty("public") @Nullable Boolean isPublic,

            @NotBlank @Size(max = CoachingNote.WORDS_LENGTH_MAX)
            String text,

            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String kpi,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String ticket,
            @Nullable Long call,
            @Nullable @Valid WantedGoal goal) {}

    /** @param closed whether it is settled */
    record Change(
            @Nullable @Size(min = 1, max = CoachingNote.WORDS_LENGTH_MAX)
            String text,

            @Nullable Boolean closed) {}

    record Answer(
            @NotBlank @Size(max = CoachingNote.WORDS_LENGTH_MAX)
            String text) {}

    private final Coaching coaching;
    private final Goals goals;
    private final Agents agents;
    private final Tickets tickets;
    private final Clock clock;

    CoachingController(Coaching coaching, Goals goals, Agents agents, Tickets tickets, Clock clock) {
        this.coaching = coaching;
        this.goals = goals;
        this.agents = agents;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** One's own, written to or by one; the last written first. @param agent only those with this colleague */
    @GetMapping
    Page<CoachingNoteCard> list(Actor by, @Nullable @RequestParam(required = false) String agent, Slice slice) {
        return coaching.page(by, agent == null ? null : agent(by, agent), slice);
    }

    @GetMapping("/{id}")
    ResponseEntity<CoachingNoteCard> get(Actor by, @PathVariable UUID id) {
        return answer(coaching.readable(by, id));
    }

    @PostMapping
    ResponseEntity<CoachingNoteCard> write(Actor by, @Valid @RequestBody Wanted wanted) {
        UUID agent = agent(by, wanted.agent);
        Instant now = clock.instant();
        Goal goal = goal(by, agent, wanted);
        CoachingNoteCard note = coaching.write(
                by,
                new CoachingNote(
                        Ids.next(),
                        agent,
                        by.agentId(),
                        wanted.kind == null ? NoteKind.COACHING : wanted.kind,
                        Boolean.TRUE.equals(wanted.isPublic),
                        words(wanted.text),
                        wanted.kpi,
                        wanted.ticket == null
                                ? null
                                : tickets.found(by, wanted.ticket)
                                        .orElseThrow(() -> Refusal.invalid("/ticket", "There is no such ticket."))
                                        .id(),
                        wanted.call,
                        goal == null ? null : goal.id(),
                        now,
                        now,
                        null,
                        1),
                goal);
        return ResponseEntity.created(URI.create("/api/v1/coaching-notes/" + note.id()))
                .eTag(ETags.of(1))
                .body(note);
    }

    @PatchMapping("/{id}")
    ResponseEntity<CoachingNoteCard> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        return answer(coaching.change(
                by, id, change.text == null ? null : words(change.text), change.closed, ETags.expected(ifMatch)));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        coaching.delete(by, id);
        return ResponseEntity.noContent().build();
    }

    /** By one of the two it is between. */
    @PostMapping("/{id}/replies")
    ResponseEntity<CoachingNoteCard> reply(Actor by, @PathVariable UUID id, @Valid @RequestBody Answer answer) {
        return ResponseEntity.created(URI.create("/api/v1/coaching-notes/" + id))
                .body(coaching.answer(by, id, words(answer.text)));
    }

    private @Nullable Goal goal(Actor by, UUID agent, Wanted wanted) {
        WantedGoal goal = wanted.goal;
        if (goal == null) {
            return null;
        }
        String kpi = goal.kpi == null ? wanted.kpi : goal.kpi;
        if (kpi == null) {
            throw Refusal.invalid("/goal/kpi", "Say which KPI is to be reached.");
        }
        return new Goal(
                Ids.next(),
                agent,
                null,
                by.agentId(),
                kpi,
                goal.aim,
                goal.target,
                goal.from == null ? goals.today(by) : goal.from,
                goal.until,
                "",
                1);
    }

    private UUID agent(Actor by, String reference) {
        return agents.find(by, reference)
                .orElseThrow(() -> Refusal.invalid("/agent", "There is no such agent."))
                .id();
    }

    private static String words(String text) {
        String words = Texts.clean(text).strip();
        if (words.isEmpty()) {
            throw Refusal.invalid("/text", "This must not be blank.");
        }
        return words;
    }

    private static ResponseEntity<CoachingNoteCard> answer(CoachingNoteCard note) {
        return ResponseEntity.ok().eTag(ETags.of(note.version())).body(note);
    }
}
