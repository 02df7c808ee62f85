package org.fourleaf.quests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;

/** Says of whoever has taken all steps that they completed the quest: once a period, together with what it is worth; and takes it back. */
@Component
class QuestCompleting {

    private final QuestProgressStore store;
    private final Log log;

    QuestCompleting(QuestProgressStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    /** @param runs who may be through with it and meets what it measures, and when they took the last step */
    void complete(Actor by, Quest quest, Map<QuestProgressStore.Run, Instant> runs) {
        if (runs.isEmpty()) {
            return;
        }
        Set<UUID> agents = new HashSet<>();
        runs.keySet().forEach(run -> agents.add(run.agent()));
        Map<QuestProgressStore.Run, Map<String, Integer>> made = store.of(by.workspace(), agents, List.of(quest.id()));
        for (Map.Entry<QuestProgressStore.Run, Instant> each : new ArrayList<>(runs.entrySet())) {
            QuestProgressStore.Run run = each.getKey();
            Map<String, Integer> steps = made.getOrDefault(run, Map.of());
            boolean through = !quest.steps().isEmpty()
                    && quest.steps().stream()
                            .filter(step -> step.measure() == null)
                            .allMatch(step -> steps.getOrDefault(step.id(), 0) >= step.count());
            if (through
                    && store.done(
                            by.workspace(),
                            new QuestProgressStore.Done(run, each.getValue(), quest.points(), quest.coins()))) {
                log.write(
                        by,
                        new QuestCompleted(run.agent(), quest.id(), run.period(), quest.points(), quest.coins()),
                        each.getValue());
            }
        }
    }

    /** Who is not through with it any more loses what it was worth, now. @param tickets what each run went back because of */
    void undo(Actor by, Map<QuestProgressStore.Run, Optional<UUID>> tickets) {
        tickets.forEach((run, ticket) -> store.undone(by.workspace(), run)
                .ifPresent(done -> log.write(
                        by,
                        new QuestUndone(
                                run.agent(),
                                ticket.orElse(null),
                                run.quest(),
                                run.period(),
                                -done.points(),
                                -done.coins()))));
    }
}
