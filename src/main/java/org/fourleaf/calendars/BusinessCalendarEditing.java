package org.fourleaf.calendars;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, edits and deletes calendars. A workspace has at least one, and exactly one is the default. */
@Component
@Transactional
public class BusinessCalendarEditing {

    /** What becomes of a calendar. @param makeDefault the one before stops being it */
    record Edit(String name, HoursReading.Hours hours, boolean makeDefault) {}

    private final BusinessCalendarStore store;
    private final DepartmentCalendarStore kept;
    private final BusinessCalendars calendars;
    private final List<CalendarUse> uses;
    private final Log log;

    BusinessCalendarEditing(
            BusinessCalendarStore store,
            DepartmentCalendarStore kept,
            BusinessCalendars calendars,
            List<CalendarUse> uses,
            Log log) {
        this.store = store;
        this.kept = kept;
        this.calendars = calendars;
        this.uses = uses;
        this.log = log;
    }

    /** @throws Refusal conflict when the name is taken or there are too many */
    UUID add(Actor by, Edit wanted) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        store.lock(by.workspace());
        if (store.count(by.workspace()) >= BusinessCalendars.CALENDARS_MAX) {
            throw Refusal.conflict(
                    "too-many", "There may be " + BusinessCalendars.CALENDARS_MAX + " calendars at most.");
        }
        UUID id = Ids.next();
        try {
            store.insert(by.workspace(), new StoredCalendar(id, wanted.name, wanted.hours.written(), false, 1));
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
        if (wanted.makeDefault) {
            store.makeDefault(by.workspace(), id);
        }
        log.write(by, new BusinessHoursChanged(id, true));
        return id;
    }

    /**
     * Changes what is there at this moment, whoever changed it before.
     *
     * @throws Refusal stale, or conflict when the name is taken
     */
    void change(Actor by, UUID id, @Nullable Long expectedVersion, UnaryOperator<Edit> change) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        store.lock(by.workspace());
        StoredCalendar was = calendars.stored(by, id);
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw Refusal.stale();
        }
        Edit wanted = change.apply(new Edit(was.name(), HoursReading.read(was.hours(), ""), was.isDefault()));
        if (was.isDefault() && !wanted.makeDefault) {
            throw Refusal.invalid("/is_default", "Make another calendar the default one instead.");
        }
        try {
            if (!store.update(
                    by.workspace(),
                    new StoredCalendar(id, wanted.name, wanted.hours.written(), was.isDefault(), was.version()))) {
                throw Refusal.stale();
            }
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
        if (wanted.makeDefault && !was.isDefault()) {
            store.makeDefault(by.workspace(), id);
        }
        log.write(by, new BusinessHoursChanged(id, false));
    }

    /** @param successor a calendar by id or name; needed when a department keeps this one, or it is the default */
    public void delete(Actor by, UUID id, @Nullable String successor) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        store.lock(by.workspace());
        StoredCalendar doomed = calendars.stored(by, id);
        if (store.count(by.workspace()) == 1) {
            throw Refusal.conflict("last-calendar", "This is the only calendar: add another one first.");
        }
        boolean inUse = doomed.isDefault()
                || kept.isKept(by.workspace(), id)
                || uses.stream().anyMatch(use -> !use.users(by, id).isEmpty());
        UUID heir = successor == null ? null : heir(by, id, successor);
        if (inUse && heir == null) {
            throw Refusal.invalid("move_to", "It is in use: say which calendar takes its place.");
        }
        if (heir != null) {
            kept.move(by.workspace(), id, heir);
            uses.forEach(use -> use.move(by, id, heir));
            if (doomed.isDefault()) {
                store.makeDefault(by.workspace(), heir);
            }
        }
        store.delete(by.workspace(), id);
        log.write(by, new BusinessHoursDeleted(id, inUse ? heir : null));
    }

    private UUID heir(Actor by, UUID doomed, String reference) {
        Optional<UUID> heir = calendars.find(by, reference).filter(found -> !found.equals(doomed));
        return heir.orElseThrow(() -> Refusal.invalid("move_to", "Another existing calendar must take its place."));
    }

    private static Refusal nameTaken() {
        return Refusal.conflict("name-taken", "There is already a calendar of this name.");
    }

    /** Holidays that come from elsewhere join those that are there; of two on one day the one that was there stays. */
    int addHolidays(Actor by, UUID id, @Nullable Long expectedVersion, List<Holiday> more) {
        int[] added = new int[1];
        change(by, id, expectedVersion, was -> {
            HoursReading.Hours joined = was.hours.with(more);
            added[0] = joined.holidays().size() - was.hours.holidays().size();
            return new Edit(was.name, joined, was.makeDefault);
        });
        return added[0];
    }
}
