package org.fourleaf.coaching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.metrics.AgentFigures;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.FigureSight;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to goals. An agent sees their own and those of their departments, a lead those of whom and what they lead; who leads sets them,
 * and everybody may set goals of their own.
 */
@Component
@Transactional(readOnly = true)
class Goals {

    /** In a list, each with a figure of its own. */
    private static final int SHOWN_MAX = 100;

    private final GoalStore store;
    private final CoachingSight sight;
    private final AgentFigures kpis;
    private final Figures figures;
    private final Agents agents;
    private final Departments departments;
    private final Log log;
    private final Clock clock;

    Goals(
            GoalStore store,
            CoachingSight sight,
            AgentFigures kpis,
            Figures figures,
            Agents agents,
            Departments departments,
            Log log,
            Clock clock) {
        this.store = store;
        this.sight = sight;
        this.kpis = kpis;
        this.figures = figures;
        this.agents = agents;
        this.departments = departments;
        this.log = log;
        this.clock = clock;
    }

    /** All the caller may see. @param over those that are over, too */
    List<GoalCard> all(Actor by, boolean over) {
        FigureSight seen = sight.of(by);
        LocalDate since = over ? null : today(by);
        if (seen.all()) {
            return cards(by, store.all(by.workspace(), since, SHOWN_MAX));
        }
        Set<UUID> whose = new HashSet<>(seen.members());
        whose.add(by.agentId());
        Set<UUID> where = new HashSet<>(seen.departments());
        where.addAll(sight.departmentsOf(by));
        return cards(by, store.of(by.workspace(), whose, where, since, SHOWN_MAX));
    }

    /** One agent's, and of their departments. */
    List<GoalCard> of(Actor by, UUID agent, boolean over) {
        if (!agent.equals(by.id())) {
            sight.mustLead(by, agent);
        }
        return cards(
                by,
                store.of(
                        by.workspace(),
                        List.of(agent),
                        departments.rolesOf(by, agent).keySet(),
                        over ? null : today(by),
                        SHOWN_MAX));
    }

    GoalCard readable(Actor by, UUID id) {
        return cards(by, List.of(find(by, id))).getFirst();
    }

    /** None for who does not see it, or sees it no more. */
    Optional<GoalCard> seen(Actor by, UUID id) {
        return store.find(by.workspace(), id)
                .filter(goal -> sees(by, goal))
                .map(goal -> cards(by, List.of(goal)).getFirst());
    }

    /** @throws Refusal invalid, forbidden, conflict when there are too many */
    @Transactional
    public GoalCard set(Actor by, Goal wanted) {
        mustSet(by, wanted);
        checked(wanted);
        if (store.count(by.workspace(), wanted) >= Goal.GOALS_PER_SUBJECT_MAX) {
            throw Refusal.conflict(
                    "too-many", "At most " + Goal.GOALS_PER_SUBJECT_MAX + " goals are kept: delete an old one.");
        }
        store.insert(by.workspace(), wanted);
        log.write(by, new GoalSet(wanted.agent(), wanted.department(), wanted.id()));
        return readable(by, wanted.id());
    }

    /** @param expected none: the last write wins */
    @Transactional
    public GoalCard change(Actor by, UUID id, GoalController.Change change, @Nullable Long expected) {
        Goal was = find(by, id);
        mustSet(by, was);
        if (expected != null && expected != was.version()) {
            throw Refusal.stale();
        }
        Goal wanted = new Goal(
                id,
                was.agent(),
                was.department(),
                was.author(),
                was.kpi(),
                change.aim() == null ? was.aim() : change.aim(),
                change.target() == null ? was.target() : change.target(),
                change.from() == null ? was.from() : change.from(),
                change.until() == null ? was.until() : change.until(),
                change.text() == null ? was.words() : change.text(),
                was.version());
        checked(wanted);
        if (!store.update(by.workspace(), wanted)) {
            throw Refusal.stale();
        }
        return readable(by, id);
    }

    @Transactional
    public void delete(Actor by, UUID id) {
        mustSet(by, find(by, id));
        store.delete(by.workspace(), id);
    }

    LocalDate today(Actor by) {
        return LocalDate.ofInstant(clock.instant(), figures.zone(by));
    }

    private Goal find(Actor by, UUID id) {
        return store.find(by.workspace(), id)
                .filter(goal -> sees(by, goal))
                .orElseThrow(() -> Refusal.notFound("goal"));
    }

    private boolean sees(Actor by, Goal goal) {
        UUID agent = goal.agent();
        if (agent != null) {
            return agent.equals(by.id()) || sight.leads(by, agent);
        }
        UUID department = goal.department();
        return department != null
                && (CoachingSight.leadsDepartment(sight.of(by), department)
                        || sight.departmentsOf(by).contains(department));
    }

    private void mustSet(Actor by, Goal goal) {
        if (!mayEdit(by, sight.of(by), goal)) {
            throw Refusal.forbidden("permission-missing", "Only who leads them can do this.");
        }
    }

    /** A goal one set oneself is one's own; one a lead set is the lead's. */
    private static boolean mayEdit(Actor by, FigureSight seen, Goal goal) {
        UUID agent = goal.agent();
        UUID department = goal.department();
        if (agent != null) {
            return CoachingSight.leads(by, seen, agent)
                    || (agent.equals(by.id()) && goal.author().equals(agent));
        }
        return department != null && CoachingSight.leadsDepartment(seen, department);
    }

    private static void checked(Goal goal) {
        if (AgentFigures.kpi(goal.kpi()).isEmpty()) {
            throw Refusal.invalid(
                    "/kpi", "There is no such KPI. Known are: " + String.join(", ", AgentFigures.kpiIds()));
        }
        if (!Double.isFinite(goal.target()) || goal.target() < 0 || goal.target() > Goal.TARGET_MAX) {
            throw Refusal.invalid("/target", "This must be a number from 0 to " + (long) Goal.TARGET_MAX + ".");
        }
        long days = ChronoUnit.DAYS.between(goal.from(), goal.until());
        if (days < 0 || days > Goal.DAYS_MAX) {
            throw Refusal.invalid("/until", "This must be on or after the first day, and at most a year later.");
        }
    }

    private List<GoalCard> cards(Actor by, Collection<Goal> goals) {
        Set<UUID> people = new HashSet<>();
        goals.forEach(goal -> {
            people.add(goal.author());
            if (goal.agent() != null) {
                people.add(goal.agent());
            }
        });
        Map<UUID, PersonName> names = agents.names(by, people);
        Map<UUID, Department> found = new HashMap<>();
        List<GoalCard> cards = new ArrayList<>();
        LocalDate today = today(by);
        ZoneId zone = figures.zone(by);
        FigureSight seen = sight.of(by);
        for (Goal goal : goals) {
            UUID department = goal.department();
            if (department != null && !found.containsKey(department)) {
                departments.byId(by, department).ifPresent(one -> found.put(department, one));
            }
            cards.add(card(by, goal, names, department == null ? null : found.get(department), seen, today, zone));
        }
        return cards;
    }

    /** A goal's figure is told to all whose goal it is, whatever else they may see. */
    private GoalCard card(
            Actor by,
            Goal goal,
            Map<UUID, PersonName> names,
            @Nullable Department department,
            FigureSight seen,
            LocalDate today,
            ZoneId zone) {
        AgentFigures.KpiWords words = AgentFigures.kpi(goal.kpi()).orElseThrow();
        TimeSlice days = new TimeSlice(
                goal.from().atStartOfDay(zone).toInstant(),
                goal.until().plusDays(1).atStartOfDay(zone).toInstant());
        AgentFigures.AgentKpi kpi = kpis.kpi(
                Actor.system(by.workspace()),
                days,
                new FigureFilter(
                        goal.agent() == null ? Set.of() : Set.of(goal.agent()),
                        goal.department() == null ? Set.of() : Set.of(goal.department()),
                        Set.of(),
                        null),
                goal.kpi());
        Double value = kpi.value();
        return new GoalCard(
                goal.id(),
                goal.agent() == null ? null : names.get(goal.agent()),
                department == null ? null : new GoalCard.Subject(department.id(), department.name()),
                names.get(goal.author()),
                goal.kpi(),
                words.title(),
                words.unit(),
                goal.aim(),
                goal.target(),
                goal.from(),
                goal.until(),
                goal.words(),
                value,
                kpi.numerator(),
                kpi.denominator(),
                value == null ? 0 : goal.aim().nearness(value, goal.target()),
                value == null ? null : Boolean.valueOf(goal.aim().isMet(value, goal.target())),
                Math.clamp(ChronoUnit.DAYS.between(today, goal.until()) + 1, 0, Integer.MAX_VALUE),
                new GoalCard.Abilities(mayEdit(by, seen, goal)),
                goal.version());
    }
}
