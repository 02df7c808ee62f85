package org.fourleaf.calendars;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Reference;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to business hours: which calendars there are, and by which one a department counts. Every agent may read them. */
@Component
@Transactional(readOnly = true)
public class BusinessCalendars {

    static final int CALENDARS_MAX = 100;

    private final BusinessCalendarStore store;
    private final DepartmentCalendarStore kept;
    private final Departments departments;
    private final Clock clock;

    BusinessCalendars(BusinessCalendarStore store, DepartmentCalendarStore kept, Departments departments, Clock clock) {
        this.store = store;
        this.kept = kept;
        this.departments = departments;
        this.clock = clock;
    }

    public List<BusinessCalendar> all(Actor by) {
        Map<UUID, List<BusinessCalendar.KeptBy>> keepers = keepers(by);
        return store.all(by.workspace()).stream()
                .map(calendar -> shown(calendar, keepers.getOrDefault(calendar.id(), List.of())))
                .toList();
    }

    public BusinessCalendar readable(Actor by, UUID id) {
        return shown(stored(by, id), keepers(by).getOrDefault(id, List.of()));
    }

    /** By id or by name. */
    public Optional<UUID> find(Actor by, String reference) {
        Optional<UUID> byName = store.idByName(by.workspace(), reference);
        return byName.isPresent()
                ? byName
                : Reference.id(reference)
                        .flatMap(id -> store.find(by.workspace(), id))
                        .map(StoredCalendar::id);
    }

    /** The arithmetic of a calendar, by id or name. */
    public BusinessHours hours(Actor by, String reference) {
        UUID id = find(by, reference).orElseThrow(BusinessCalendars::unseen);
        return hours(stored(by, id));
    }

    /** By what a department counts its seconds: its own calendar, or else the default one; empty for a workspace without any. */
    public Optional<BusinessHours> hoursOf(Actor by, UUID department) {
        return store.keptBy(by.workspace(), department).map(BusinessCalendars::hours);
    }

    /** A department's week in words for a customer; empty without a calendar, or when it never opens. */
    public String inWords(Actor by, UUID department, Locale locale) {
        return store.keptBy(by.workspace(), department)
                .map(calendar -> WeekInWords.of(HoursReading.read(calendar.hours(), ""), locale))
                .orElse("");
    }

    /** Open seconds of a department between two moments; empty without a calendar, or when they are a hundred years apart. */
    public Optional<Long> secondsBetween(Actor by, UUID department, Instant start, Instant end) {
        return BusinessHours.canMeasure(start, end)
                ? hoursOf(by, department).map(hours -> hours.measure(start, end))
                : Optional.empty();
    }

    StoredCalendar stored(Actor by, UUID id) {
        return store.find(by.workspace(), id).orElseThrow(BusinessCalendars::unseen);
    }

    static Refusal unseen() {
        return Refusal.notFound("calendar");
    }

    private static BusinessHours hours(StoredCalendar calendar) {
        return HoursReading.read(calendar.hours(), "").arithmetic();
    }

    private Map<UUID, List<BusinessCalendar.KeptBy>> keepers(Actor by) {
        Map<UUID, Department> seen =
                departments.all(by).stream().collect(Collectors.toMap(Department::id, Function.identity()));
        return kept.all(by.workspace()).stream()
                .filter(one -> seen.containsKey(one.department()))
                .collect(Collectors.groupingBy(
                        DepartmentCalendarStore.Kept::calendar,
                        Collectors.mapping(
                                one -> new BusinessCalendar.KeptBy(
                                        one.department(),
                                        Objects.requireNonNull(seen.get(one.department()))
                                                .name()),
                                Collectors.toList())));
    }

    private BusinessCalendar shown(StoredCalendar calendar, List<BusinessCalendar.KeptBy> keepers) {
        HoursReading.Hours hours = HoursReading.read(calendar.hours(), "");
        BusinessHours arithmetic = hours.arithmetic();
        WrittenHours written = hours.written();
        Instant now = clock.instant();
        return new BusinessCalendar(
                calendar.id(),
                calendar.name(),
                hours.zone().getId(),
                Objects.requireNonNull(written.weekly()),
                hours.holidays(),
                Objects.requireNonNull(written.specialDays()),
                calendar.isDefault(),
                keepers,
                arithmetic.isOpenAt(now),
                arithmetic.nextTurnAfter(now).orElse(null),
                calendar.version());
    }
}
