package org.fourleaf.contests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fourleaf.boards.Standings;
import org.fourleaf.departments.Departments;
import org.fourleaf.metrics.AgentFigures;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contests are made, changed, cancelled and deleted by whoever manages the workspace; once one is open its rules stand. */
@Component
@Transactional
class ContestEditing {

    private final ContestStore store;
    private final ContestTurning turning;
    private final Standings standings;
    private final Agents agents;
    private final Departments departments;
    private final Log log;
    private final Clock clock;

    ContestEditing(
            ContestStore store,
            ContestTurning turning,
            Standings standings,
            Agents agents,
            Departments departments,
            Log log,
            Clock clock) {
        this.store = store;
        this.turning = turning;
        this.standings = standings;
        this.agents = agents;
        this.departments = departments;
        this.log = log;
        this.clock = clock;
    }

    /** One that begins today opens at once. @throws Refusal conflict when too many are under way, invalid when parts don't fit */
    UUID add(Actor by, Contest wanted) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        if (store.underWay(by.workspace()) >= Contest.UNDER_WAY_MAX) {
            throw Refusal.conflict(
                    "too-many", "There may be " + Contest.UNDER_WAY_MAX + " contests planned and open at most.");
        }
        check(by, wanted);
        store.insert(by.workspace(), wanted);
        log.write(by, new ContestChanged(wanted.id(), "made"));
        turning.step(by, wanted.id(), standings.today(by.workspace()));
        return wanted.id();
    }

    /** @throws Refusal stale, or conflict when more than words of an open one would change */
    void change(Actor by, UUID id, @Nullable Long expectedVersion, UnaryOperator<Contest> change) {
        Contest was = mine(by, id);
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw Refusal.stale();
        }
        Contest is = change.apply(was);
        if (is.equals(was)) {
            return;
        }
        if (was.state() != ContestState.PLANNED) {
            if (!is.equals(was.called(is.name(), is.text()))) {
                throw Refusal.conflict(
                        "contest-open", "Once a contest is open only its name and text can change; its rules stand.");
            }
        } else {
            check(by, is);
        }
        if (!store.update(by.workspace(), is)) {
            throw Refusal.stale();
        }
        log.write(by, new ContestChanged(id, "changed"));
        turning.step(by, id, standings.today(by.workspace()));
    }

    /** Nobody wins anything. Cancelled twice is cancelled. @throws Refusal conflict when it is over */
    void cancel(Actor by, UUID id) {
        Contest contest = mine(by, id);
        if (contest.state() == ContestState.CANCELLED) {
            return;
        }
        if (contest.state() != ContestState.PLANNED && contest.state() != ContestState.OPEN) {
            throw Refusal.conflict("contest-over", "This contest is over: its results stand.");
        }
        store.cancelled(by.workspace(), id, clock.instant());
        log.write(by, new ContestChanged(id, "cancelled"));
    }

    /** @throws Refusal conflict when it is open, or over: what was won stays explained */
    void delete(Actor by, UUID id) {
        Contest contest = mine(by, id);
        if (contest.state() != ContestState.PLANNED && contest.state() != ContestState.CANCELLED) {
            throw Refusal.conflict("contest-kept", "Only planned and cancelled contests can be deleted.");
        }
        store.delete(by.workspace(), id);
        log.write(by, new ContestChanged(id, "deleted"));
    }

    /** Held until the transaction ends, so that it does not close meanwhile. */
    private Contest mine(Actor by, UUID id) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        if (store.find(by.workspace(), id).isEmpty()) {
            throw Refusal.notFound("contest");
        }
        return store.lock(by.workspace(), id).orElseThrow(Refusal::stale);
    }

    private void check(Actor by, Contest contest) {
        if (Standings.measure(contest.metric()).isEmpty()) {
            throw Refusal.invalid("/metric", "points, or a metric of GET /badge-metrics that is not drawn.");
        }
        if (contest.gate() != null && AgentFigures.kpi(contest.gate().kpi()).isEmpty()) {
            throw Refusal.invalid("/quality_gate/kpi", "One of " + String.join(", ", AgentFigures.kpiIds()) + ".");
        }
        LocalDate today = standings.today(by.workspace());
        if (contest.firstDay().isBefore(today)) {
            throw Refusal.invalid("/first_day", "A contest begins today or later: the past is known already.");
        }
        if (contest.firstDay().isAfter(today.plusDays(Contest.DAYS_AHEAD_MAX))) {
            throw Refusal.invalid("/first_day", "Within two years.");
        }
        if (contest.lastDay().isBefore(contest.firstDay())
                || !contest.lastDay().isBefore(contest.firstDay().plusDays(Contest.DAYS_MAX))) {
            throw Refusal.invalid("/last_day", "Not before the first day, and " + Contest.DAYS_MAX + " days at most.");
        }
        checkParticipants(by, contest);
    }

    private void checkParticipants(Actor by, Contest contest) {
        int size = contest.participants().size();
        switch (contest.among()) {
            case ALL_AGENTS -> {
                if (size > 0) {
                    throw Refusal.invalid("/participants", "None: everybody takes part.");
                }
            }
            case AGENTS -> {
                Map<UUID, PersonName> known = agents.names(by, contest.participants());
                if (size < 2 || known.size() < size) {
                    throw Refusal.invalid("/participants", "Two agents at least, each once.");
                }
            }
            case DEPARTMENTS -> {
                boolean known = contest.participants().stream()
                        .allMatch(one -> departments.byId(by, one).isPresent());
                if (size < 2
                        || !known
                        || contest.participants().stream().distinct().count() < size) {
                    throw Refusal.invalid("/participants", "Two departments at least, each once.");
                }
            }
        }
    }
}
