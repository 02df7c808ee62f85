package org.fourleaf.quests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.quests.QuestProgressStore.Run;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds who has come to the figures that quests ask for, and has taken their other steps too. */
@Component
@Transactional
class QuestMeasuring {

    /** What was done just before midnight is counted just after it. */
    private static final Duration COUNTED_WITHIN = Duration.ofMinutes(5);

    private final QuestStore quests;
    private final QuestProgressStore progress;
    private final QuestFigures figures;
    private final QuestCompleting completing;
    private final WorkspacePlace places;
    private final Clock clock;

    QuestMeasuring(
            QuestStore quests,
            QuestProgressStore progress,
            QuestFigures figures,
            QuestCompleting completing,
            WorkspacePlace places,
            Clock clock) {
        this.quests = quests;
        this.progress = progress;
        this.figures = figures;
        this.completing = completing;
        this.places = places;
        this.clock = clock;
    }

    /** @return how many quests measure something now */
    int look(UUID workspace) {
        Instant now = clock.instant();
        ZoneId zone = places.zone(workspace);
        Set<LocalDate> days = new TreeSet<>(
                List.of(LocalDate.ofInstant(now.minus(COUNTED_WITHIN), zone), LocalDate.ofInstant(now, zone)));
        List<Quest> measured =
                quests.all(workspace).stream().filter(Quest::isMeasured).toList();
        Actor by = Actor.clock(workspace);
        for (LocalDate day : days) {
            measured.stream().filter(quest -> quest.runsOn(day)).forEach(quest -> complete(by, quest, day, now));
        }
        return measured.size();
    }

    private void complete(Actor by, Quest quest, LocalDate day, Instant now) {
        Set<UUID> met = met(by, quest, day);
        int period = quest.repeats().period(day);
        met.removeAll(progress.doneIn(by.workspace(), quest.id(), period));
        if (met.isEmpty()) {
            return;
        }
        if (quest.isChoosy()) {
            Map<UUID, Quest.Audience> told = quests.audience(by.workspace(), met);
            met.removeIf(agent -> !told.containsKey(agent) || !quest.isFor(told.get(agent), now));
        }
        Map<Run, Instant> runs = new HashMap<>();
        met.forEach(agent -> runs.put(new Run(agent, quest.id(), period), now));
        completing.complete(by, quest, runs);
    }

    /** Who meets all of them at the same time. */
    private Set<UUID> met(Actor by, Quest quest, LocalDate day) {
        Set<UUID> met = new HashSet<>();
        boolean first = true;
        for (QuestStep step : quest.steps()) {
            QuestMeasure measure = step.measure();
            if (measure != null) {
                Set<UUID> these = new HashSet<>();
                figures.of(by, quest, measure, day).forEach((agent, standing) -> {
                    if (measure.isMet(standing)) {
                        these.add(agent);
                    }
                });
                if (first) {
                    met.addAll(these);
                } else {
                    met.retainAll(these);
                }
                first = false;
            }
        }
        return met;
    }
}
