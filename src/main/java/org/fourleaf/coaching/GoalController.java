package org.fourleaf.coaching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
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

/** Goals over HTTP. */
@RestController
@RequestMapping("/api/v1")
class GoalController {

    /**
     * @param agent whose goal it is, or {@code me}; else of all in {@code department}
     * @param from the first day; today when it is not said
     * @param until the last day
     */
    record Wanted(
            @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String department,
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String kpi,
            @NotNull Aim aim,
            @NotNull Double target,
            @Nullable LocalDate from,
            @NotNull LocalDate until,

            @Nullable @Size(max = Goal.WORDS_LENGTH_MAX) String text) {}

    record Change(
            @Nullable Aim aim,
            @Nullable Double target,
            @Nullable LocalDate from,
            @Nullable LocalDate until,

            @Nullable @Size(max = Goal.WORDS_LENGTH_MAX) String text) {}

    private final Goals goals;
    private final Agents agents;
    private final Departments departments;
    private final CoachingSubjects subjects;

    GoalController(Goals goals, Agents agents, Departments departments, CoachingSubjects subjects) {
        this.subjects = subjects;
        this.goals = goals;
        this.agents = agents;
        this.departments = departments;
    }

    /** Those that end last first. @param agent one agent's and of their departments, or {@code me} @param over those that are over, too */
    @GetMapping("/goals")
    Page<GoalCard> list(
            Actor by,
            @Nullable @RequestParam(required = false) String agent,
            @RequestParam(defaultValue = "false") boolean over) {
        return new Page<>(agent == null ? goals.all(by, over) : goals.of(by, agent(by, agent), over), null);
    }

    @GetMapping("/goals/{id}")
    ResponseEntity<GoalCard> get(Actor by, @PathVariable UUID id) {
        return answer(goals.readable(by, id));
    }

    @PostMapping("/goals")
    ResponseEntity<GoalCard> set(Actor by, @Valid @RequestBody Wanted wanted) {
        if ((wanted.agent == null) == (wanted.department == null)) {
            throw Refusal.invalid("/agent", "Say whose goal it is: an agent's or a department's.");
        }
        GoalCard goal = goals.set(
                by,
                new Goal(
                        Ids.next(),
                        wanted.agent == null ? null : agent(by, wanted.agent),
                        wanted.department == null
                                ? null
                                : departments
                                        .find(by, wanted.department)
                                        .orElseThrow(
                                                () -> Refusal.invalid("/department", "There is no such department.")),
                        by.agentId(),
                        wanted.kpi,
                        wanted.aim,
                        wanted.target,
                        wanted.from == null ? goals.today(by) : wanted.from,
                        wanted.until,
                        wanted.text == null ? "" : Texts.clean(wanted.text).strip(),
                        1));
        return ResponseEntity.created(URI.create("/api/v1/goals/" + goal.id()))
                .eTag(ETags.of(1))
                .body(goal);
    }

    @PatchMapping("/goals/{id}")
    ResponseEntity<GoalCard> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        return answer(goals.change(by, id, change, ETags.expected(ifMatch)));
    }

    @DeleteMapping("/goals/{id}")
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        goals.delete(by, id);
        return ResponseEntity.noContent().build();
    }

    /** Whom and which departments the caller may set goals for and write to, besides themselves. */
    @GetMapping("/coaching-subjects")
    CoachingSubjects.Subjects subjects(Actor by) {
        return subjects.of(by);
    }

    private UUID agent(Actor by, String reference) {
        return reference.equals("me")
                ? by.agentId()
                : agents.find(by, reference)
                        .orElseThrow(() -> Refusal.invalid("/agent", "There is no such agent."))
                        .id();
    }

    private static ResponseEntity<GoalCard> answer(GoalCard goal) {
        return ResponseEntity.ok().eTag(ETags.of(goal.version())).body(goal);
    }
}
