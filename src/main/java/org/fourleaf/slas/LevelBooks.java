package org.fourleaf.slas;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fourleaf.calendars.BusinessCalendars;
import org.fourleaf.conditions.Conditions;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers levels on this node, for two seconds at most. What is computed by an edition that another node has
 * just replaced carries its stamp and is computed anew by {@link SlaRecounting}.
 */
@Component
class LevelBooks {

    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private record Remembered(LevelBook book, long readAt) {}

    private final LevelStore levels;
    private final RuleStore rules;
    private final BusinessCalendars calendars;
    private final Conditions conditions;
    private final Map<UUID, Remembered> remembered = new ConcurrentHashMap<>();

    LevelBooks(LevelStore levels, RuleStore rules, BusinessCalendars calendars, Conditions conditions) {
        this.levels = levels;
        this.rules = rules;
        this.calendars = calendars;
        this.conditions = conditions;
    }

    /** May be two seconds old. Call inside a transaction. */
    LevelBook of(UUID workspace) {
        Remembered known = remembered.get(workspace);
        return known != null && System.nanoTime() - known.readAt < REMEMBERED.toNanos()
                ? known.book
                : newest(workspace);
    }

    /** As it is at this moment. */
    LevelBook newest(UUID workspace) {
        long page = levels.page(workspace);
        Remembered known = remembered.get(workspace);
        LevelBook book = known != null && known.book.page() == page ? known.book : read(workspace, page);
        remembered.put(workspace, new Remembered(book, System.nanoTime()));
        return book;
    }

    /** This node shall see an edit as soon as it is true. */
    void forgetAfterCommit(UUID workspace) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                remembered.remove(workspace);
            }
        });
    }

    private LevelBook read(UUID workspace, long page) {
        if (page == 0) {
            return new LevelBook(0, Map.of(), Map.of(), Map.of(), List.of(), Map.of());
        }
        Map<UUID, Terms> terms = new HashMap<>();
        Map<UUID, String> names = new HashMap<>();
        Map<UUID, @Nullable UUID> successors = new HashMap<>();
        for (StoredLevel level : levels.all(workspace)) {
            names.put(level.id(), level.name());
            if (level.deleted()) {
                successors.put(level.id(), level.successor());
            } else {
                terms.put(level.id(), terms(workspace, level));
            }
        }
        List<LevelBook.Rule> active = rules.all(workspace).stream()
                .filter(StoredRule::active)
                .map(rule -> new LevelBook.Rule(rule.id(), rule.level(), conditions.kept(rule.condition())))
                .toList();
        return new LevelBook(page, terms, names, successors, active, levels.byDepartment(workspace));
    }

    private Terms terms(UUID workspace, StoredLevel level) {
        OpenHours hours = level.calendar() == null
                ? OpenHours.ALWAYS
                : new OpenHours(calendars.hours(
                        Actor.system(workspace), level.calendar().toString()));
        return new Terms(
                level.id(), level.stamp(), level.targets(), hours, Set.copyOf(level.pausing()), level.warningPercent());
    }
}
