package org.fourleaf.quests;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Quests are made, changed and removed by whoever manages the workspace; shipped ones can be switched off but not removed. */
@Component
@Transactional
class QuestEditing {

    /** Somebody else may make one of the same name at the same moment. */
    private static final int TRIES_MAX = 5;

    private final QuestStore store;
    private final QuestProgressStore progress;
    private final QuestCompleting completing;
    private final Quests quests;
    private final Log log;
    private final Clock clock;

    QuestEditing(
            QuestStore store,
            QuestProgressStore progress,
            QuestCompleting completing,
            Quests quests,
            Log log,
            Clock clock) {
        this.store = store;
        this.progress = progress;
        this.completing = completing;
        this.quests = quests;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refusal conflict when there are too many, invalid when parts don't fit each other */
    String add(Actor by, Quest wanted, String language) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        List<Quest> all = store.all(by.workspace());
        if (all.size() >= Quest.QUESTS_MAX) {
            throw Refusal.conflict("too-many", "There may be " + Quest.QUESTS_MAX + " quests at most.");
        }
        check(wanted);
        int place = all.stream().mapToInt(Quest::place).max().orElse(0) + 1;
        String slug = Texts.slug(wanted.words(language).name(), "quest");
        Quest fresh = wanted.countingSince(clock.instant());
        int number = ShippedQuests.has(slug)
                ? Math.max(1, store.numbered(by.workspace(), slug))
                : store.numbered(by.workspace(), slug);
        for (int attempt = 1; attempt <= TRIES_MAX; attempt++) {
            number++;
            Quest quest = fresh.as(number == 1 ? slug : slug + "-" + number, place);
            if (!ShippedQuests.has(quest.id()) && store.insert(by.workspace(), quest)) {
                log.write(by, new QuestChanged(quest.id(), quest.active(), false));
                return quest.id();
            }
        }
        throw Refusal.conflict("name-taken", "Somebody makes quests of this name just now: try again.");
    }

    /** @throws Refusal stale when a version is expected and another is there */
    void change(Actor by, String id, @Nullable Long expectedVersion, UnaryOperator<Quest> change) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        Quest was = store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("quest"));
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw Refusal.stale();
        }
        Quest is = change.apply(was);
        if (is.equals(was)) {
            return;
        }
        check(is);
        Quest saved = is.active() && !was.active() ? is.countingSince(clock.instant()) : is;
        if (!store.update(by.workspace(), saved)) {
            throw Refusal.stale();
        }
        log.write(by, new QuestChanged(id, saved.active(), false));
        if (saved.active() && !saved.isMeasured() && !saved.steps().equals(was.steps())) {
            finishWhoIsThrough(by, saved);
        }
    }

    /** Where less is asked now, whoever did that much already is through with it. */
    private void finishWhoIsThrough(Actor by, Quest quest) {
        int period = quest.repeats().period(quests.today(by.workspace()));
        Instant now = clock.instant();
        Map<QuestProgressStore.Run, Instant> runs = new HashMap<>();
        progress.begun(by.workspace(), quest.id(), period).forEach(run -> runs.put(run, now));
        completing.complete(Actor.clock(by.workspace()), quest, runs);
    }

    void remove(Actor by, String id) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        Quest quest = store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("quest"));
        if (quest.shipped()) {
            throw Refusal.conflict("quest-shipped", "This quest comes with Fourleaf: switch it off instead.");
        }
        store.remove(by.workspace(), id, clock.instant());
        log.write(by, new QuestChanged(id, false, true));
    }

    private static void check(Quest quest) {
        if (quest.steps().isEmpty()) {
            throw Refusal.invalid("/steps", "A quest has at least one step.");
        }
        if (quest.from() != null && quest.until() != null && quest.until().isBefore(quest.from())) {
            throw Refusal.invalid("/until", "The last day is not before the first.");
        }
        if (!Quest.PICTURES.contains(quest.picture())) {
            throw Refusal.invalid("/picture", "One of " + String.join(", ", Quest.PICTURES) + ".");
        }
    }
}
