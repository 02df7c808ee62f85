package org.fourleaf.metrics;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.DepartmentRole;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.PresenceOversight;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.log.ActivityKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the figures: agents see their own, leads those of their departments, who may {@link Permission#REPORTS_ALL} everybody's.
 * What somebody may not see is not counted for them.
 */
@Component
@Transactional(readOnly = true)
public class Figures {

    public static final int CUSTOMERS_MAX = 200;

    /** Long before any desk: where the open cases of today begin to be counted. */
    private static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");

    private static final List<Figure> STANDS = List.of(Figure.BACKLOG, Figure.OVERDUE);

    private final FigureQuery figures;
    private final CaseCountQuery cases;
    private final PresenceTimeQuery presence;
    private final CustomerFigureQuery customers;
    private final FigureWordQuery words;
    private final KpiSettingStore settings;
    private final Departments departments;
    private final List<PresenceOversight> oversights;
    private final WorkspacePlace places;
    private final Clock clock;

    Figures(
            FigureQuery figures,
            CaseCountQuery cases,
            PresenceTimeQuery presence,
            CustomerFigureQuery customers,
            FigureWordQuery words,
            KpiSettingStore settings,
            Departments departments,
            List<PresenceOversight> oversights,
            WorkspacePlace places,
            Clock clock) {
        this.figures = figures;
        this.cases = cases;
        this.presence = presence;
        this.customers = customers;
        this.words = words;
        this.settings = settings;
        this.departments = departments;
        this.oversights = List.copyOf(oversights);
        this.places = places;
        this.clock = clock;
    }

    public ZoneId zone(Actor by) {
        return places.zone(by.workspace());
    }

    public KpiSettings settings(Actor by) {
        return settings.find(by.workspace());
    }

    /** Whose figures the caller sees. */
    public FigureSight sight(Actor by) {
        if (!by.isAgent() || by.may(Permission.REPORTS_ALL)) {
            return new FigureSight(true, null, Set.of(), Set.of());
        }
        Set<UUID> led = new HashSet<>();
        departments.rolesOf(by, by.agentId()).forEach((department, role) -> {
            if (role == DepartmentRole.LEAD) {
                led.add(department);
            }
        });
        Set<UUID> members = new HashSet<>();
        oversights.forEach(oversight -> members.addAll(oversight.overseenBy(by)));
        return new FigureSight(false, by.agentId(), led, members);
    }

    /**
     * The figures of each slice and group that has any.
     *
     * @param by what to tell apart
     * @param having only activities that have all of these
     */
    public Map<FigureGroup, FigureSums> read(
            Actor by,
            List<TimeSlice> slices,
            FigureFilter filter,
            Set<Dimension> dimensions,
            Set<Dimension> having,
            Set<Figure> wanted) {
        return read(by, slices, filter, dimensions, having, wanted, Set.of());
    }

    /** Of the whole time at once. */
    public FigureSums total(Actor by, TimeSlice time, FigureFilter filter, Set<Dimension> having, Set<Figure> wanted) {
        return read(by, List.of(time), filter, Set.of(), having, wanted)
                .getOrDefault(FigureGroup.ofSlice(0), new FigureSums());
    }

    /** By customer, or by the company they are with now: the {@value #CUSTOMERS_MAX} with most contacts, these first. */
    public Map<UUID, FigureSums> customers(
            Actor by, TimeSlice time, FigureFilter filter, boolean companies, Set<Figure> wanted) {
        return customers.read(ask(by, List.of(time), filter, wanted), companies, CUSTOMERS_MAX);
    }

    /** How many resolve actions ended how; the empty word for those that did not say. */
    public Map<String, Long> dispositions(Actor by, TimeSlice time, FigureFilter filter) {
        return customers.dispositions(ask(by, List.of(time), filter, Set.of()));
    }

    /** Promises by level and type: what was met, missed and not applicable. */
    public List<WordCount> promises(Actor by, TimeSlice time, FigureFilter filter) {
        return words.read(ask(by, List.of(time), filter, Set.of()), FigureWord.PROMISES);
    }

    /** Which rule ran how often. */
    public List<WordCount> rules(Actor by, TimeSlice time, FigureFilter filter) {
        return words.read(ask(by, List.of(time), filter, Set.of()), Set.of(ActivityKind.RULE_RAN));
    }

    /** How many answers came to which state on their way. */
    public List<WordCount> deliveries(Actor by, TimeSlice time, FigureFilter filter) {
        return words.read(ask(by, List.of(time), filter, Set.of()), Set.of(ActivityKind.DELIVERY_CHANGED));
    }

    private FigureAsk ask(Actor by, List<TimeSlice> slices, FigureFilter filter, Set<Figure> wanted) {
        return new FigureAsk(
                by.workspace(),
                zone(by),
                slices,
                filter,
                sight(by),
                Set.of(),
                Set.of(),
                wanted,
                Set.of(),
                settings(by),
                clock.instant());
    }

    Map<FigureGroup, FigureSums> read(
            Actor by,
            List<TimeSlice> slices,
            FigureFilter filter,
            Set<Dimension> dimensions,
            Set<Dimension> having,
            Set<Figure> wanted,
            Set<Measure> measures) {
        FigureAsk ask = new FigureAsk(
                by.workspace(),
                zone(by),
                slices,
                filter,
                sight(by),
                dimensions,
                having,
                wanted,
                measures,
                settings(by),
                clock.instant());
        Map<FigureGroup, FigureSums> found = new LinkedHashMap<>();
        List<Figure> sums = wanted.stream()
                .filter(figure -> figure.isStored() && !STANDS.contains(figure))
                .sorted()
                .toList();
        if (!sums.isEmpty()) {
            figures.sums(ask, slices, sums, found);
        }
        if (ask.wants(Figure.BACKLOG, Figure.OVERDUE)) {
            stands(ask, found);
        }
        others(ask, found);
        return found;
    }

    private void others(FigureAsk ask, Map<FigureGroup, FigureSums> found) {
        if (!ask.measures().isEmpty()) {
            figures.bins(ask, found);
        }
        if (ask.wants(
                Figure.CALLS_ANSWERED_IN_TIME,
                Figure.CALLS_ABANDONED_IN_TIME,
                Figure.CALLS_ABANDONED_SHORT,
                Figure.CHATS_ACCEPTED_IN_TIME,
                Figure.CHATS_ABANDONED_IN_TIME,
                Figure.CHATS_ABANDONED_SHORT,
                Figure.FIRST_ANSWERS_IN_TIME)) {
            figures.inTime(ask, found);
        }
        if (ask.wants(Figure.RESOLVED_AGAIN)) {
            cases.resolvedAgain(ask, found);
        }
        if (ask.wants(Figure.FIRST_CONTACT_REOPENED)) {
            cases.reopened(ask, found);
        }
        if (ask.wants(Figure.CUSTOMERS, Figure.CUSTOMERS_KEPT)) {
            cases.customers(ask, found);
        }
        if (ask.wants(Figure.ONLINE_SECONDS, Figure.PAUSED_SECONDS)) {
            presence.times(ask, found);
        }
    }

    /** What stands at each slice's end: all that came to it since the beginning. */
    private void stands(FigureAsk ask, Map<FigureGroup, FigureSums> found) {
        List<TimeSlice> upTo = new ArrayList<>(ask.slices());
        upTo.set(0, new TimeSlice(BEGINNING, upTo.getFirst().to()));
        Map<FigureGroup, FigureSums> grown = new HashMap<>();
        figures.sums(ask, upTo, STANDS, grown);
        Set<FigureGroup> groups = new HashSet<>();
        grown.keySet().forEach(group -> groups.add(group.at(0)));
        for (FigureGroup group : groups) {
            long[] standing = new long[STANDS.size()];
            for (int slice = 0; slice < upTo.size(); slice++) {
                FigureGroup there = group.at(slice);
                FigureSums more = grown.get(there);
                for (int i = 0; i < standing.length; i++) {
                    standing[i] += more == null ? 0 : more.get(STANDS.get(i));
                    if (standing[i] != 0) {
                        found.computeIfAbsent(there, made -> new FigureSums()).put(STANDS.get(i), standing[i]);
                    }
                }
            }
        }
    }

    /** Seconds paused by agent and reason in the slices; the empty reason of who gave none. */
    public Map<UUID, Map<String, Long>> pauses(Actor by, List<TimeSlice> slices, FigureFilter filter) {
        return presence.reasons(ask(by, slices, filter, Set.of()));
    }
}
