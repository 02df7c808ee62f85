package org.fourleaf.quests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.metrics.Figures;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.quests.QuestProgressStore.Falsified;
import org.fourleaf.quests.QuestProgressStore.Made;
import org.fourleaf.quests.QuestProgressStore.Mark;
import org.fourleaf.quests.QuestProgressStore.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts the steps agents take, each activity once, and takes back what turns out false. A page costs one look at the quests; only what a
 * running one asks of an agent it is for is written, and that no more once a step has reached its goal with some to spare: for each that is
 * taken back later one of these stands in.
 */
@Component
class QuestWatching implements LogReader {

    private static final Duration ZONE_REMEMBERED_FOR = Duration.ofMinutes(1);
    private static final Duration AUDIENCE_REMEMBERED_FOR = Duration.ofSeconds(10);
    private static final Duration REACHED_REMEMBERED_FOR = Duration.ofMinutes(10);
    private static final int REACHED_REMEMBERED_MAX = 50_000;
    private static final int SPARE = 10;
    private static final int SPARE_MAX = 100;

    private record Member(UUID workspace, UUID agent) {}

    /** @param goal one that is raised later is not reached */
    private record Reached(UUID workspace, Run run, String step, int goal) {}

    private record Step(Run run, String step) {}

    private final QuestStore quests;
    private final QuestProgressStore progress;
    private final QuestCompleting completing;
    private final Figures figures;
    private final Clock clock;
    private final Cache<UUID, ZoneId> zones;
    private final Cache<Member, Quest.Audience> known;
    private final Cache<Reached, Boolean> reached;
    private final WorkspacePlace places;

    QuestWatching(
            QuestStore quests,
            QuestProgressStore progress,
            QuestCompleting completing,
            WorkspacePlace places,
            Figures figures,
            Clock clock) {
        this.quests = quests;
        this.progress = progress;
        this.completing = completing;
        this.places = places;
        this.figures = figures;
        this.clock = clock;
        this.zones = Caffeine.newBuilder().expireAfterWrite(ZONE_REMEMBERED_FOR).build();
        this.known =
                Caffeine.newBuilder().expireAfterWrite(AUDIENCE_REMEMBERED_FOR).build();
        this.reached = Caffeine.newBuilder()
                .expireAfterWrite(REACHED_REMEMBERED_FOR)
                .maximumSize(REACHED_REMEMBERED_MAX)
                .build();
    }

    @Override
    public String name() {
        return "quests";
    }

    @Override
    public Set<ActivityKind> kinds() {
        Set<ActivityKind> kinds = QuestActivity.kinds();
        kinds.addAll(QuestActivity.falsifiers());
        return kinds;
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        // What is older is forgotten: read again, it would count again.
        Instant since = clock.instant().minus(QuestForgetting.KEPT_FOR);
        List<Recorded> lines = page.stream()
                .filter(line -> !line.imported() && line.at().isAfter(since))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        UUID workspace = lines.getFirst().workspace();
        List<Quest> running =
                quests.all(workspace).stream().filter(Quest::active).toList();
        // Once a page: the workspace may have moved to another zone.
        zones.invalidate(workspace);
        List<Mark> marks = new ArrayList<>();
        if (!running.isEmpty()) {
            Map<UUID, Quest.Audience> told = audience(workspace, lines, running);
            for (Recorded line : lines) {
                for (Quest quest : running) {
                    for (QuestStep step : quest.steps()) {
                        take(workspace, line, quest, step, told, marks);
                    }
                }
            }
        }
        Map<Step, Made> moved = new HashMap<>();
        if (!marks.isEmpty()) {
            progress.add(workspace, marks).forEach(made -> moved.put(new Step(made.run(), made.step()), made));
        }
        Map<Step, Optional<UUID>> back = takeBack(workspace, lines, moved);
        complete(workspace, running, marks, moved);
        undo(workspace, moved, back);
    }

    private void take(
            UUID workspace,
            Recorded line,
            Quest quest,
            QuestStep step,
            Map<UUID, Quest.Audience> told,
            List<Mark> marks) {
        QuestActivity activity = step.asks();
        UUID agent = activity != null && activity.kind() == line.kind() ? activity.doer(line) : null;
        if (agent == null || (quest.since() != null && line.at().isBefore(quest.since()))) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(line.at(), zone(workspace));
        if (!quest.runsOn(day) || !step.counts(line) || !isFor(quest, told.get(agent), line.at())) {
            return;
        }
        Run run = new Run(agent, quest.id(), quest.repeats().period(day));
        if (reached.getIfPresent(new Reached(workspace, run, step.id(), step.count())) == null) {
            marks.add(new Mark(
                    run, step.id(), step.count(), line.seq(), line.kind(), QuestActivity.subject(line), line.at()));
        }
    }

    /** @param moved is brought up to date @return the steps that went back, with the ticket because of which */
    private Map<Step, Optional<UUID>> takeBack(UUID workspace, List<Recorded> lines, Map<Step, Made> moved) {
        Map<Step, Optional<UUID>> back = new LinkedHashMap<>();
        for (ActivityKind kind : QuestActivity.falsifiers()) {
            List<Recorded> these = lines.stream()
                    .filter(line -> line.kind() == kind && QuestActivity.subject(line) != null)
                    .toList();
            if (these.isEmpty()) {
                continue;
            }
            Duration window = kind == ActivityKind.TICKET_REOPENED
                    ? Duration.ofDays(figures.settings(Actor.clock(workspace)).fcrWindowDays())
                    : null;
            List<Falsified> falsified =
                    these.stream().map(line -> falsified(line, window)).toList();
            progress.takeBack(workspace, QuestActivity.falsifiedBy(kind), falsified)
                    .forEach(gone -> {
                        Made made = gone.made();
                        Step step = new Step(made.run(), made.step());
                        moved.put(step, made);
                        back.put(
                                step,
                                kind == ActivityKind.KUDOS_WITHDRAWN ? Optional.empty() : Optional.of(gone.subject()));
                        reached.invalidate(new Reached(workspace, made.run(), made.step(), made.goal()));
                    });
        }
        return back;
    }

    /** A rating that is taken back names the one it was; what was resolved long ago was resolved, whatever comes after. */
    private static Falsified falsified(Recorded line, @Nullable Duration window) {
        boolean rating = line.kind() == ActivityKind.RATING_INVALIDATED;
        String given = rating ? line.facts().path("given").asString("") : "";
        String here = line.workspace() + ":";
        return new Falsified(
                Objects.requireNonNull(QuestActivity.subject(line)),
                line.seq(),
                given.startsWith(here) ? Long.valueOf(given.substring(here.length())) : null,
                rating ? line.agent() : null,
                window == null ? null : line.at().minus(window));
    }

    private void complete(UUID workspace, List<Quest> running, List<Mark> marks, Map<Step, Made> moved) {
        Map<Step, Integer> added = new HashMap<>();
        Map<Run, Instant> last = new HashMap<>();
        for (Mark mark : marks) {
            added.merge(new Step(mark.run(), mark.step()), 1, Integer::sum);
            last.merge(mark.run(), mark.at(), (was, is) -> is.isAfter(was) ? is : was);
        }
        Set<Run> through = new HashSet<>();
        added.forEach((step, n) -> {
            Made made = moved.get(step);
            if (made == null) {
                return;
            }
            if (made.n() >= made.goal()) {
                through.add(step.run);
            }
            // As it was before this transaction, which may yet come to nothing.
            if (made.n() - n >= made.goal() + SPARE + Math.min(made.goal(), SPARE_MAX)) {
                reached.put(new Reached(workspace, step.run, step.step, made.goal()), true);
            }
        });
        Actor clockwork = Actor.clock(workspace);
        for (Quest quest : running) {
            if (quest.isMeasured()) {
                continue;
            }
            Map<Run, Instant> runs = new HashMap<>();
            through.stream()
                    .filter(run -> run.quest().equals(quest.id()))
                    .forEach(run -> runs.put(run, Objects.requireNonNull(last.get(run))));
            completing.complete(clockwork, quest, runs);
        }
    }

    private void undo(UUID workspace, Map<Step, Made> moved, Map<Step, Optional<UUID>> back) {
        Map<Run, Optional<UUID>> undone = new LinkedHashMap<>();
        back.forEach((step, ticket) -> {
            Made made = Objects.requireNonNull(moved.get(step));
            if (made.n() < made.goal()) {
                undone.put(step.run, ticket);
            }
        });
        completing.undo(Actor.clock(workspace), undone);
    }

    /** Who did something, where a quest is not for all: asked once for all who are not known yet. */
    private Map<UUID, Quest.Audience> audience(UUID workspace, List<Recorded> lines, List<Quest> running) {
        Map<UUID, Quest.Audience> told = new HashMap<>();
        if (running.stream().noneMatch(Quest::isChoosy)) {
            return told;
        }
        Set<UUID> unknown = new HashSet<>();
        for (Recorded line : lines) {
            if (line.agent() != null) {
                unknown.add(line.agent());
            }
            if (line.byKind() == Actor.Kind.AGENT && line.byId() != null) {
                unknown.add(line.byId());
            }
        }
        for (UUID agent : unknown) {
            Quest.Audience remembered = known.getIfPresent(new Member(workspace, agent));
            if (remembered != null) {
                told.put(agent, remembered);
            }
        }
        unknown.removeAll(told.keySet());
        if (!unknown.isEmpty()) {
            Map<UUID, Quest.Audience> asked = quests.audience(workspace, unknown);
            asked.forEach((agent, each) -> known.put(new Member(workspace, agent), each));
            told.putAll(asked);
        }
        return told;
    }

    private static boolean isFor(Quest quest, Quest.@Nullable Audience agent, Instant at) {
        return !quest.isChoosy() || (agent != null && quest.isFor(agent, at));
    }

    private ZoneId zone(UUID workspace) {
        return Objects.requireNonNull(zones.get(workspace, places::zone));
    }
}
