package org.fourleaf.slas;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log of promises over HTTP: what is met, missed, not applicable and still running, latest due first, of the departments the caller
 * sees. {@code state} and {@code clock} take several names by comma; {@code from} and {@code to} are instants or dates in UTC, of due times.
 */
@RestController
@RequestMapping("/api/v1/sla-log")
class SlaLogController {

    private static final int FILE_PAGE = 200;
    private static final int FILE_LINES_MAX = 100_000;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final SlaLogQuery log;
    private final SlaLevels levels;
    private final Departments departments;

    SlaLogController(SlaLogQuery log, SlaLevels levels, Departments departments) {
        this.log = log;
        this.levels = levels;
        this.departments = departments;
    }

    @GetMapping
    Page<SlaLogQuery.Line> list(
            Actor by,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String state,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String clock,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String level,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String department,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Slice slice) {
        return log.page(by, filter(by, state, clock, level, department, from, to), slice);
    }

    /** How many stand where, each up to a bound, and which share was kept. */
    @GetMapping("/summary")
    SlaLogQuery.Summary summary(
            Actor by,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String state,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String clock,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String level,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String department,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return log.summary(by, filter(by, state, clock, level, department, from, to));
    }

    /** The same as a CSV file, at most {@value #FILE_LINES_MAX} lines. */
    @GetMapping("/export")
    void export(
            Actor by,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String state,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String clock,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String level,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String department,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        SlaLogQuery.Filter filter = filter(by, state, clock, level, department, from, to);
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sla-log.csv\"");
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER_BYTES);
        line(
                out,
                Stream.of(
                        "ticket",
                        "subject",
                        "clock",
                        "state",
                        "open",
                        "level",
                        "department",
                        "assignee",
                        "priority",
                        "target_seconds",
                        "started_at",
                        "due_at",
                        "met_at",
                        "missed_at",
                        "ended_at"));
        @Nullable String cursor = null;
        int written = 0;
        do {
            Page<SlaLogQuery.Line> page = log.page(by, filter, new Slice(FILE_PAGE, cursor));
            for (SlaLogQuery.Line one : page.items()) {
                line(out, cells(one));
                written++;
            }
            cursor = page.next();
        } while (cursor != null && written < FILE_LINES_MAX);
        out.flush();
    }

    private static Stream<@Nullable Object> cells(SlaLogQuery.Line one) {
        return Stream.of(
                one.ticket().code(),
                one.ticket().subject(),
                one.clock().json(),
                one.state().json(),
                one.open(),
                one.level().name(),
                one.department().name(),
                one.assignee() == null ? "" : one.assignee().name(),
                one.priority().json(),
                one.targetSeconds(),
                one.startedAt(),
                one.dueAt(),
                text(one.metAt()),
                text(one.missedAt()),
                text(one.endedAt()));
    }

    private static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    private static void line(OutputStream out, Stream<?> cells) throws IOException {
        String line = cells.map(cell -> quoted(String.valueOf(cell))).collect(Collectors.joining(",")) + "\r\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Never a formula to a spreadsheet. */
    private static String quoted(String text) {
        String safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private SlaLogQuery.Filter filter(
            Actor by,
            @Nullable String state,
            @Nullable String clock,
            @Nullable String level,
            @Nullable String department,
            @Nullable String from,
            @Nullable String to) {
        return new SlaLogQuery.Filter(
                states(state),
                clocks(clock),
                level == null || level.isBlank()
                        ? null
                        : levels.find(by, level)
                                .orElseThrow(() -> Refusal.malformed("level", "There is no such service level.")),
                department == null || department.isBlank() ? null : department(by, department),
                moment("from", from),
                moment("to", to));
    }

    private UUID department(Actor by, String reference) {
        return departments
                .find(by, reference)
                .orElseThrow(() -> Refusal.malformed("department", "There is no such department."));
    }

    private static Set<ClockState> states(@Nullable String names) {
        Set<ClockState> states = EnumSet.noneOf(ClockState.class);
        for (String name : split(names)) {
            ClockState state = ClockState.named(name);
            if (state == null) {
                throw Refusal.malformed("state", "Of running, paused, met, missed, not_applicable, by comma.");
            }
            states.add(state);
        }
        return states;
    }

    private static Set<ClockType> clocks(@Nullable String names) {
        Set<ClockType> clocks = EnumSet.noneOf(ClockType.class);
        for (String name : split(names)) {
            ClockType clock = ClockType.named(name);
            if (clock == null) {
                throw Refusal.malformed(
                        "clock",
                        "Of first_answer, next_answer, first_assign, first_resolve, chat_pickup, call_pickup, by comma.");
            }
            clocks.add(clock);
        }
        return clocks;
    }

    private static String[] split(@Nullable String names) {
        return names == null || names.isBlank() ? new String[0] : names.strip().split("\\s*,\\s*", -1);
    }

    private static @Nullable Instant moment(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Refusal.malformed(name, "This must be a time such as 2026-03-02T09:15:00Z, or a date.");
        }
    }
}
