package org.fourleaf.quests;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.boards.Standing;
import org.fourleaf.departments.Departments;
import org.fourleaf.game.PlayerSight;
import org.fourleaf.people.Agents;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.quests.QuestProgressStore.Done;
import org.fourleaf.quests.QuestProgressStore.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to quests: agents see those they can work on and those they completed, with how far they are; leads see how far theirs are; who
 * manages the workspace sees them all.
 */
@Component
@Transactional(readOnly = true)
public class Quests {

    private final QuestStore store;
    private final QuestProgressStore progress;
    private final QuestFigures figures;
    private final PlayerSight sight;
    private final Agents agents;
    private final Departments departments;
    private final WorkspacePlace places;
    private final Clock clock;

    Quests(
            QuestStore store,
            QuestProgressStore progress,
            QuestFigures figures,
            PlayerSight sight,
            Agents agents,
            Departments departments,
            WorkspacePlace places,
            Clock clock) {
        this.store = store;
        this.progress = progress;
        this.figures = figures;
        this.sight = sight;
        this.agents = agents;
        this.departments = departments;
        this.places = places;
        this.clock = clock;
    }

    /** What a quest is called in a language, removed ones too; its id when it never was. */
    public String name(UUID workspace, String id, String language) {
        return store.evenRemoved(workspace, id)
                .map(quest -> quest.words(language).name())
                .orElse(id);
    }

    /** What whoever asks reads. */
    String language(Actor by) {
        return by.isAgent() ? agents.readable(by, by.agentId()).language() : "en";
    }

    LocalDate today(UUID workspace) {
        return LocalDate.ofInstant(clock.instant(), places.zone(workspace));
    }

    /** @param agent an id, an address or me: whose progress @throws Refusal not found, also of whose the caller may not see */
    List<QuestCard> all(Actor by, String agent) {
        return cards(by, store.all(by.workspace()), sight.seen(by, agent).id());
    }

    QuestCard card(Actor by, String id) {
        return store.find(by.workspace(), id)
                .map(quest -> cards(by, List.of(quest), by.agentId()))
                .filter(cards -> !cards.isEmpty())
                .map(List::getFirst)
                .orElseThrow(() -> Refusal.notFound("quest"));
    }

    private List<QuestCard> cards(Actor by, List<Quest> quests, UUID agent) {
        Instant now = clock.instant();
        LocalDate today = today(by.workspace());
        List<String> ids = quests.stream().map(Quest::id).toList();
        Map<Run, Map<String, Integer>> made = progress.of(by.workspace(), Set.of(agent), ids);
        Map<String, List<Done>> done = new HashMap<>();
        progress.doneBy(by.workspace(), agent, ids)
                .forEach(each -> done.computeIfAbsent(each.run().quest(), fresh -> new ArrayList<>())
                        .add(each));
        Quest.@Nullable Audience told =
                store.audience(by.workspace(), Set.of(agent)).get(agent);
        boolean edit = by.may(Permission.WORKSPACE_MANAGE);
        String language = language(by);
        Map<UUID, String> names = names(by, quests);
        List<QuestCard> cards = new ArrayList<>();
        for (Quest quest : quests) {
            Run run = new Run(agent, quest.id(), quest.repeats().period(today));
            List<Done> completed = done.getOrDefault(quest.id(), List.of());
            Instant completedAt = completed.stream()
                    .filter(each -> each.run().equals(run))
                    .map(Done::at)
                    .findFirst()
                    .orElse(null);
            boolean open = quest.runsOn(today) && told != null && quest.isFor(told, now);
            if (open || edit || !completed.isEmpty()) {
                cards.add(card(
                        quest,
                        language,
                        steps(by, quest, agent, today, names, made.getOrDefault(run, Map.of()), completedAt != null),
                        open,
                        completedAt,
                        completed.size(),
                        edit));
            }
        }
        return cards;
    }

    /** @param done all steps of what is completed are taken, whatever figures are now */
    private List<QuestCard.Step> steps(
            Actor by,
            Quest quest,
            UUID agent,
            LocalDate today,
            Map<UUID, String> names,
            Map<String, Integer> made,
            boolean done) {
        List<QuestCard.Step> steps = new ArrayList<>();
        for (QuestStep step : quest.steps()) {
            QuestMeasure measure = step.measure();
            Standing now = measure == null
                    ? null
                    : figures.of(by, quest, measure, today).get(agent);
            boolean met = measure != null && (done || (now != null && measure.isMet(now)));
            int times = measure == null ? made.getOrDefault(step.id(), 0) : met ? 1 : 0;
            steps.add(new QuestCard.Step(
                    step.id(),
                    step.activity(),
                    step.count(),
                    Math.min(step.count(), times),
                    about(step.department(), names),
                    step.channel(),
                    about(step.tag(), names),
                    step.rating(),
                    step.mention(),
                    measure == null ? null : shown(measure, now)));
        }
        return steps;
    }

    private static QuestCard.Measure shown(QuestMeasure measure, @Nullable Standing now) {
        return new QuestCard.Measure(
                measure.metric(),
                measure.op(),
                measure.value(),
                measure.window(),
                measure.minimumSample(),
                measure.sampled(),
                measure.unit(),
                now == null ? null : now.value(),
                now == null ? 0 : now.sample());
    }

    private static QuestCard card(
            Quest quest,
            String language,
            List<QuestCard.Step> steps,
            boolean open,
            @Nullable Instant completedAt,
            int times,
            boolean edit) {
        Quest.Words words = quest.words(language);
        return new QuestCard(
                quest.id(),
                words.name(),
                words.text(),
                quest.picture(),
                steps,
                quest.repeats(),
                quest.points(),
                quest.coins(),
                quest.active(),
                quest.from(),
                quest.until(),
                quest.departments(),
                quest.newcomerDays(),
                quest.shipped(),
                open,
                completedAt,
                times,
                quest.texts(),
                new QuestCard.Abilities(edit),
                quest.version());
    }

    private static QuestCard.@Nullable About about(@Nullable UUID id, Map<UUID, String> names) {
        return id == null ? null : new QuestCard.About(id, names.getOrDefault(id, ""));
    }

    /** Of the departments and tags that steps are choosy about. */
    private Map<UUID, String> names(Actor by, List<Quest> quests) {
        Map<UUID, String> names = new HashMap<>();
        Set<UUID> tags = new HashSet<>();
        boolean placed = false;
        for (Quest quest : quests) {
            for (QuestStep step : quest.steps()) {
                placed |= step.department() != null;
                if (step.tag() != null) {
                    tags.add(step.tag());
                }
            }
        }
        if (placed) {
            departments.all(by).forEach(department -> names.put(department.id(), department.name()));
        }
        if (!tags.isEmpty()) {
            names.putAll(store.tagNames(by.workspace(), tags));
        }
        return names;
    }
}
