package org.fourleaf.screens;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.boards.BoardSpan;
import org.fourleaf.boards.Leaders;
import org.fourleaf.boards.Standings;
import org.fourleaf.contests.ContestPeople;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.reports.WallboardReading;
import org.fourleaf.wall.Wall;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a screen shows at this moment: what was chosen for it, and nothing that is not for all to see. */
@Component
@Transactional
class ScreenShowing {

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final int SECONDS_A_MINUTE = 60;
    private static final int LEADERS_SHOWN = 8;
    private static final int CONTESTS_SHOWN = 3;
    private static final int LINES_SHOWN = 6;

    /** @param unit of the values @param items the best of today */
    record Board(String metric, String unit, List<Leaders.Leader> items) {}

    /**
     * What is to be seen; parts not chosen are left out.
     *
     * @param zone where its clock is
     * @param departments what waits and what today brought, if it shows that
     * @param version another after a change of its settings or its link
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String name,
            String workspace,
            String language,
            String zone,
            Instant at,
            List<ScreenPart> shows,
            @Nullable List<WallboardReading.BoardRow> departments,
            @Nullable Board leaders,
            @Nullable List<ContestPeople.Running> contests,
            @Nullable List<Wall.Line> wall,
            long version) {

        /** The same, whenever it is asked for, as long as nobody could tell by looking at it. */
        Shown withoutTheMoment() {
            return new Shown(
                    name,
                    workspace,
                    language,
                    zone,
                    Instant.EPOCH,
                    shows,
                    departments == null
                            ? null
                            : departments.stream()
                                    .map(ScreenShowing::toTheMinute)
                                    .toList(),
                    leaders,
                    contests,
                    wall,
                    version);
        }
    }

    private final ScreenStore store;
    private final Departments departments;
    private final WallboardReading board;
    private final Leaders leaders;
    private final ContestPeople contests;
    private final Wall wall;
    private final WorkspacePlace places;
    private final Clock clock;

    ScreenShowing(
            ScreenStore store,
            Departments departments,
            WallboardReading board,
            Leaders leaders,
            ContestPeople contests,
            Wall wall,
            WorkspacePlace places,
            Clock clock) {
        this.store = store;
        this.departments = departments;
        this.board = board;
        this.leaders = leaders;
        this.contests = contests;
        this.wall = wall;
        this.places = places;
        this.clock = clock;
    }

    /** Which screen a television with a session looks at; none when that has ended. */
    Optional<UUID> opened(UUID workspace, ScreenSecret session) {
        Instant now = clock.instant();
        return store.bySession(workspace, session.hash(), now, now.minus(SEEN_EVERY))
                .map(Screen::id);
    }

    /** None when there is no such screen. */
    Optional<Shown> of(UUID workspace, UUID id) {
        return store.find(workspace, id).map(screen -> shown(workspace, screen));
    }

    private Shown shown(UUID workspace, Screen screen) {
        Instant now = clock.instant();
        Actor by = Actor.system(workspace);
        Set<UUID> about = Set.copyOf(screen.departments());
        boolean counts = screen.has(ScreenPart.QUEUES) || screen.has(ScreenPart.SERVICE);
        List<Department> seen = departments.all(by).stream()
                .filter(department -> about.isEmpty() || about.contains(department.id()))
                .toList();
        return new Shown(
                screen.name(),
                places.name(workspace),
                screen.language(),
                places.zone(workspace).getId(),
                now,
                screen.shows(),
                counts ? board.read(by, seen).departments() : null,
                screen.has(ScreenPart.LEADERS) ? leaders(by, screen, about) : null,
                screen.has(ScreenPart.CONTESTS) ? contests.running(by, CONTESTS_SHOWN) : null,
                screen.has(ScreenPart.WALL)
                        ? wall.latest(by, screen.language(), members(by, about), LINES_SHOWN)
                        : null,
                screen.version());
    }

    private static WallboardReading.BoardRow toTheMinute(WallboardReading.BoardRow row) {
        Long waits = row.longestWaitSeconds();
        return new WallboardReading.BoardRow(
                row.id(),
                row.name(),
                row.fresh(),
                row.open(),
                waits == null ? null : Long.valueOf(waits / SECONDS_A_MINUTE),
                row.agentsOnline(),
                row.agentsPaused(),
                row.today());
    }

    private Board leaders(Actor by, Screen screen, Set<UUID> about) {
        return new Board(
                screen.metric(),
                Standings.measure(screen.metric()).map(Standings.Measure::unit).orElse("count"),
                leaders.of(by, screen.metric(), BoardSpan.TODAY, about, LEADERS_SHOWN));
    }

    /** Nobody of some departments without members is nobody, not everybody. */
    private Set<UUID> members(Actor by, Set<UUID> about) {
        Set<UUID> members = new HashSet<>();
        if (!about.isEmpty()) {
            members.addAll(about);
            departments.workersOfAll(by).forEach((department, workers) -> {
                if (about.contains(department)) {
                    members.addAll(workers);
                }
            });
        }
        return members;
    }
}
