package org.fourleaf.quests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.Set;
import java.util.UUID;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.quests.QuestProgressStore.Made;
import org.fourleaf.quests.QuestProgressStore.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts the steps agents take. A page costs one look at the quests; only what a running one asks of an agent it is for is written, and
 * that not again once a step has reached its goal.
 */
@Component
class QuestWatching implements LogReader {

    private static final Duration ZONE_REMEMBERED_FOR = Duration.ofMinutes(1);
    private static final Duration AUDIENCE_REMEMBERED_FOR = Duration.ofSeconds(10);
    private static final int REACHED_REMEMBERED_MAX = 50_000;

    private record Member(UUID workspace, UUID agent) {}

    /** @param goal one that is raised later is not reached */
    private record Reached(UUID workspace, Run run, String step, int goal) {}

    private record Stride(Quest quest, QuestStep step, Run run) {}

    private final QuestStore quests;
    private final QuestProgressStore progress;
    private final QuestCompleting completing;
    private final Cache<UUID, ZoneId> zones;
    private final Cache<Member, Quest.Audience> known;
    private final Cache<Reached, Boolean> reached;
    private final WorkspacePlace places;

    QuestWatching(QuestStore quests, QuestProgressStore progress, QuestCompleting completing, WorkspacePlace places) {
        this.quests = quests;
        this.progress = progress;
        this.completing = completing;
        this.places = places;
        this.zones = Caffeine.newBuilder().expireAfterWrite(ZONE_REMEMBERED_FOR).build();
        this.known =
                Caffeine.newBuilder().expireAfterWrite(AUDIENCE_REMEMBERED_FOR).build();
        this.reached = Caffeine.newBuilder().maximumSize(REACHED_REMEMBERED_MAX).build();
    }

    @Override
    public String name() {
        return "quests";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return QuestActivity.kinds();
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        List<Recorded> lines = page.stream().filter(line -> !line.imported()).toList();
        if (lines.isEmpty()) {
            return;
        }
        UUID workspace = lines.getFirst().workspace();
        List<Quest> running =
                quests.all(workspace).stream().filter(Quest::active).toList();
        if (running.isEmpty()) {
            return;
        }
        Map<Stride, Integer> strides = new LinkedHashMap<>();
        Map<Run, Instant> last = new HashMap<>();
        Map<UUID, Quest.Audience> told = audience(workspace, lines, running);
        for (Recorded line : lines) {
            for (Quest quest : running) {
                for (QuestStep step : quest.steps()) {
                    take(workspace, line, quest, step, told, strides, last);
                }
            }
        }
        if (!strides.isEmpty()) {
            write(workspace, running, strides, last);
        }
    }

    private void take(
            UUID workspace,
            Recorded line,
            Quest quest,
            QuestStep step,
            Map<UUID, Quest.Audience> told,
            Map<Stride, Integer> strides,
            Map<Run, Instant> last) {
        QuestActivity activity = step.asks();
        UUID agent = activity.kind() == line.kind() ? activity.doer(line) : null;
        if (agent == null || (quest.since() != null && line.at().isBefore(quest.since()))) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(line.at(), zone(workspace));
        if (!quest.runsOn(day) || !step.counts(line) || !isFor(quest, told.get(agent), line.at())) {
            return;
        }
        Run run = new Run(agent, quest.id(), quest.repeats().period(day));
        if (reached.getIfPresent(new Reached(workspace, run, step.id(), step.count())) == null) {
            strides.merge(new Stride(quest, step, run), 1, Integer::sum);
            last.merge(run, line.at(), (was, is) -> is.isAfter(was) ? is : was);
        }
    }

    private void write(UUID workspace, List<Quest> running, Map<Stride, Integer> strides, Map<Run, Instant> last) {
        List<Made> made = new ArrayList<>();
        strides.forEach((stride, n) -> made.add(new Made(stride.run, stride.step.id(), n, stride.step.count())));
        List<Made> now = progress.add(workspace, made);
        Set<Run> through = new HashSet<>();
        Set<Reached> moved = new HashSet<>();
        for (Made each : now) {
            moved.add(new Reached(workspace, each.run(), each.step(), each.goal()));
            if (each.n() >= each.goal()) {
                through.add(each.run());
            }
        }
        for (Made each : made) {
            // What did not move had reached its goal before, in a transaction that is committed: that stays so.
            Reached place = new Reached(workspace, each.run(), each.step(), each.goal());
            if (!moved.contains(place)) {
                reached.put(place, true);
            }
        }
        Actor clock = Actor.clock(workspace);
        for (Quest quest : running) {
            Map<Run, Instant> runs = new HashMap<>();
            through.stream()
                    .filter(run -> run.quest().equals(quest.id()))
                    .forEach(run -> runs.put(run, Objects.requireNonNull(last.get(run))));
            completing.complete(clock, quest, runs);
        }
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
