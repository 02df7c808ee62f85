package org.fourleaf.slas;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fourleaf.calendars.BusinessCalendars;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, edits and deletes service levels, and says which department gives which. Clocks follow in the background. */
@Component
@Transactional
public class SlaLevelEditing {

    static final String NONE = "none";
    private static final Set<TicketStatus> MAY_PAUSE =
            EnumSet.of(TicketStatus.ANSWERED, TicketStatus.PENDING, TicketStatus.POSTPONED);
    private static final int PERCENT_MAX = 99;

    /** What becomes of a level. @param businessHours a calendar by id or name; none for always */
    public record Edit(
            String name,
            String description,
            Targets targets,
            @Nullable String businessHours,
            List<TicketStatus> pausing,
            @Nullable Integer warningPercent) {

        /** Pending and postponed pause unless said otherwise. */
        public static final List<TicketStatus> PAUSING_USUALLY = List.of(TicketStatus.PENDING, TicketStatus.POSTPONED);

        public static final int WARNING_PERCENT_USUALLY = 80;
    }

    private final LevelStore store;
    private final RuleStore rules;
    private final ClockStore clocks;
    private final SlaLevels levels;
    private final LevelBooks books;
    private final BusinessCalendars calendars;
    private final Departments departments;
    private final Log log;

    SlaLevelEditing(
            LevelStore store,
            RuleStore rules,
            ClockStore clocks,
            SlaLevels levels,
            LevelBooks books,
            BusinessCalendars calendars,
            Departments departments,
            Log log) {
        this.store = store;
        this.rules = rules;
        this.clocks = clocks;
        this.levels = levels;
        this.books = books;
        this.calendars = calendars;
        this.departments = departments;
        this.log = log;
    }

    /** @throws Refusal conflict when the name is taken or there are too many */
    public UUID add(Actor by, Edit wanted) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        turnPage(by);
        if (store.all(by.workspace()).stream().filter(level -> !level.deleted()).count() >= SlaLevels.LEVELS_MAX) {
            throw Refusal.conflict("too-many", "There may be " + SlaLevels.LEVELS_MAX + " service levels at most.");
        }
        StoredLevel fresh = stored(by, Ids.next(), wanted, 1);
        try {
            store.insert(by.workspace(), fresh);
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
        log.write(by, new SlaLevelChanged(fresh.id(), true));
        return fresh.id();
    }

    /** @throws Refusal stale, or conflict when the name is taken */
    public void change(Actor by, UUID id, @Nullable Long expectedVersion, UnaryOperator<Edit> change) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        turnPage(by);
        StoredLevel was = levels.stored(by, id);
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw Refusal.stale();
        }
        StoredLevel now = stored(by, id, change.apply(edit(was)), was.version());
        try {
            if (!store.update(by.workspace(), now, !now.countsLike(was))) {
                throw Refusal.stale();
            }
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
        log.write(by, new SlaLevelChanged(id, false));
    }

    /** @param successor a level by id or name, or {@value #NONE}; needed where anything gives it or a ticket has it */
    public void delete(Actor by, UUID id, @Nullable String successor) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        turnPage(by);
        StoredLevel doomed = levels.stored(by, id);
        boolean inUse = store.byDepartment(by.workspace()).containsValue(id)
                || rules.all(by.workspace()).stream()
                        .anyMatch(rule -> rule.level().equals(id))
                || clocks.use(by.workspace(), id, doomed.stamp(), 1).open() > 0;
        if (inUse && successor == null) {
            throw Refusal.invalid("move_to", "It is in use: say which level takes its place, or none.");
        }
        UUID heir = successor == null || successor.equals(NONE)
                ? null
                : levels.find(by, successor)
                        .filter(found -> !found.equals(id))
                        .orElseThrow(() -> Refusal.invalid("move_to", "Another existing level must take its place."));
        rules.moveLevel(by.workspace(), id, heir);
        store.moveDepartments(by.workspace(), id, heir);
        store.delete(by.workspace(), id, heir);
        log.write(by, new SlaLevelDeleted(id, heir));
    }

    /** What a department gives tickets that come to it from now on. @param level none for none */
    public void give(Actor by, UUID department, @Nullable UUID level) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        departments.readable(by, department);
        turnPage(by);
        if (level != null) {
            levels.stored(by, level);
        }
        store.give(by.workspace(), department, level);
        log.write(by, new DepartmentSlaChanged(department, level));
    }

    /** Whoever edits holds the book until the end of the transaction: edits come one after the other. */
    private void turnPage(Actor by) {
        store.turnPage(by.workspace());
        books.forgetAfterCommit(by.workspace());
    }

    private static Edit edit(StoredLevel was) {
        return new Edit(
                was.name(),
                was.description(),
                was.targets(),
                was.calendar() == null ? null : was.calendar().toString(),
                was.pausing(),
                was.warningPercent());
    }

    private StoredLevel stored(Actor by, UUID id, Edit wanted, long version) {
        wanted.targets.check();
        wanted.pausing.stream()
                .filter(status -> !MAY_PAUSE.contains(status))
                .findFirst()
                .ifPresent(status -> {
                    throw Refusal.invalid("/pausing", "Of answered, pending and postponed.");
                });
        Integer percent = wanted.warningPercent;
        if (percent != null && (percent < 1 || percent > PERCENT_MAX)) {
            throw Refusal.invalid("/warning_percent", "From 1 to " + PERCENT_MAX + ", or nothing.");
        }
        UUID calendar = wanted.businessHours == null
                ? null
                : calendars
                        .find(by, wanted.businessHours)
                        .orElseThrow(() -> Refusal.invalid("/business_hours", "There is no such calendar."));
        return new StoredLevel(
                id,
                wanted.name,
                wanted.description,
                wanted.targets,
                calendar,
                wanted.pausing.stream().distinct().sorted().toList(),
                percent,
                1,
                version,
                false,
                null);
    }

    private static Refusal nameTaken() {
        return Refusal.conflict("name-taken", "There is already a service level of this name.");
    }
}
