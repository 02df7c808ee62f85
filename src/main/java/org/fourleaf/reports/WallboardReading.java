package org.fourleaf.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Department;
import org.fourleaf.metrics.Dimension;
import org.fourleaf.metrics.Figure;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.FigureGroup;
import org.fourleaf.metrics.FigureSums;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits in departments, who is there, and what today brought. */
@Component
@Transactional(readOnly = true)
public class WallboardReading {

    private static final List<ReportColumn> TODAY = ReportColumns.named(
            "created_tickets,incoming_messages,incoming_calls,incoming_chats,answers,resolved_tickets,new_answer_avg_time,missed_calls,missed_chats,sla_compliance,sla_met,sla_missed",
            List.of());

    /** One department. @param today as the report of departments has it, of what the caller may see */
    public record BoardRow(
            UUID id,
            String name,

            @JsonProperty("new") @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            long fresh,

            long open,
            @Nullable Long longestWaitSeconds,
            long agentsOnline,
            long agentsPaused,
            Map<String, @Nullable Number> today) {}

    /** The answer. */
    public record Wallboard(Instant at, List<BoardRow> departments) {}

    private final WallboardQuery board;
    private final Figures figures;
    private final Clock clock;

    WallboardReading(WallboardQuery board, Figures figures, Clock clock) {
        this.board = board;
        this.figures = figures;
        this.clock = clock;
    }

    /** @param seen departments the caller sees */
    public Wallboard read(Actor by, List<Department> seen) {
        Instant now = clock.instant();
        List<UUID> ids = seen.stream().map(Department::id).toList();
        Map<UUID, WallboardQuery.Queue> queues = board.queues(by.workspace(), ids);
        Map<UUID, WallboardQuery.Present> present = board.present(by.workspace(), ids);
        Map<UUID, FigureSums> today = today(by, now);
        List<BoardRow> rows = new ArrayList<>();
        for (Department department : seen) {
            WallboardQuery.Queue queue = queues.getOrDefault(department.id(), new WallboardQuery.Queue(0, 0, null));
            WallboardQuery.Present there = present.getOrDefault(department.id(), new WallboardQuery.Present(0, 0));
            FigureSums sums = today.getOrDefault(department.id(), new FigureSums());
            Map<String, @Nullable Number> values = new LinkedHashMap<>();
            TODAY.forEach(column -> values.put(column.id(), column.of(sums)));
            Instant since = queue.longestSince();
            rows.add(new BoardRow(
                    department.id(),
                    department.name(),
                    queue.fresh(),
                    queue.open(),
                    since == null
                            ? null
                            : Math.max(0, Duration.between(since, now).toSeconds()),
                    there.online(),
                    there.paused(),
                    values));
        }
        return new Wallboard(now, rows);
    }

    private Map<UUID, FigureSums> today(Actor by, Instant now) {
        ZoneId zone = figures.zone(by);
        LocalDate day = LocalDate.ofInstant(now, zone);
        Set<Figure> needs = EnumSet.noneOf(Figure.class);
        TODAY.forEach(column -> needs.addAll(column.needs()));
        TimeSlice slice = new TimeSlice(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        Map<UUID, FigureSums> today = new LinkedHashMap<>();
        figures.read(
                        by,
                        List.of(slice),
                        FigureFilter.EVERYTHING,
                        Set.of(Dimension.DEPARTMENT),
                        Set.of(Dimension.DEPARTMENT),
                        needs)
                .forEach((FigureGroup group, FigureSums sums) -> today.put(group.department(), sums));
        return today;
    }
}
