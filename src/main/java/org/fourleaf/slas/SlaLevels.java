package org.fourleaf.slas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.calendars.BusinessCalendar;
import org.fourleaf.calendars.BusinessCalendars;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to service levels. Every agent may read them. A ticket is given one by
 * {@link org.fourleaf.tickets.TicketLevelSetting#set}, or with its other changes.
 */
@Component
@Transactional(readOnly = true)
public class SlaLevels {

    static final int LEVELS_MAX = 100;

    /** Open clocks are counted so far; a recount is followed to its end. */
    private static final int CLOCKS_COUNTED_MAX = 1_000;

    private static final int RECOUNTED_MAX = 200_000;

    private final LevelStore store;
    private final RuleStore rules;
    private final ClockStore clocks;
    private final SlaKeeping keeping;
    private final BusinessCalendars calendars;
    private final Departments departments;

    SlaLevels(
            LevelStore store,
            RuleStore rules,
            ClockStore clocks,
            SlaKeeping keeping,
            BusinessCalendars calendars,
            Departments departments) {
        this.store = store;
        this.rules = rules;
        this.clocks = clocks;
        this.keeping = keeping;
        this.calendars = calendars;
        this.departments = departments;
    }

    public List<SlaLevel> all(Actor by) {
        Map<UUID, String> hours = new HashMap<>();
        calendars.all(by).forEach(calendar -> hours.put(calendar.id(), calendar.name()));
        Map<UUID, List<SlaLevel.Name>> givers = givers(by);
        Map<UUID, Long> given = rules.all(by.workspace()).stream()
                .collect(Collectors.groupingBy(StoredRule::level, Collectors.counting()));
        List<SlaLevel> all = new ArrayList<>();
        for (StoredLevel level : store.all(by.workspace())) {
            if (!level.deleted()) {
                all.add(shown(by, level, hours, givers, given, CLOCKS_COUNTED_MAX));
            }
        }
        return all;
    }

    public SlaLevel readable(Actor by, UUID id) {
        StoredLevel level = stored(by, id);
        Map<UUID, String> hours = new HashMap<>();
        if (level.calendar() != null) {
            BusinessCalendar calendar = calendars.readable(by, level.calendar());
            hours.put(calendar.id(), calendar.name());
        }
        Map<UUID, Long> given = rules.all(by.workspace()).stream()
                .collect(Collectors.groupingBy(StoredRule::level, Collectors.counting()));
        return shown(by, level, hours, givers(by), given, RECOUNTED_MAX);
    }

    /** By id or name. */
    public Optional<UUID> find(Actor by, String reference) {
        return keeping.find(by, reference);
    }

    /** What a level is called, deleted ones too. */
    public Map<UUID, String> names(Actor by) {
        return keeping.names(by.workspace());
    }

    StoredLevel stored(Actor by, UUID id) {
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("service level"));
    }

    /** What a department gives new tickets, if anything. */
    @Nullable
    UUID ofDepartment(Actor by, UUID department) {
        return store.byDepartment(by.workspace()).get(department);
    }

    private Map<UUID, List<SlaLevel.Name>> givers(Actor by) {
        Map<UUID, UUID> given = store.byDepartment(by.workspace());
        Map<UUID, List<SlaLevel.Name>> givers = new HashMap<>();
        for (Department department : departments.all(by)) {
            UUID level = given.get(department.id());
            if (level != null) {
                Objects.requireNonNull(givers.computeIfAbsent(level, id -> new ArrayList<>()))
                        .add(new SlaLevel.Name(department.id(), department.name()));
            }
        }
        return givers;
    }

    private SlaLevel shown(
            Actor by,
            StoredLevel level,
            Map<UUID, String> hours,
            Map<UUID, List<SlaLevel.Name>> givers,
            Map<UUID, Long> given,
            int countedMax) {
        ClockStore.Use use = clocks.use(by.workspace(), level.id(), level.stamp(), countedMax + 1);
        UUID calendar = level.calendar();
        return new SlaLevel(
                level.id(),
                level.name(),
                level.description(),
                level.targets(),
                calendar == null ? null : new SlaLevel.Name(calendar, hours.getOrDefault(calendar, "")),
                level.pausing(),
                level.warningPercent(),
                givers.getOrDefault(level.id(), List.of()),
                given.getOrDefault(level.id(), 0L).intValue(),
                Math.min(use.open(), countedMax),
                use.open() > countedMax,
                Math.min(use.outdated(), countedMax),
                level.version());
    }
}
