package org.fourleaf.reports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.fourleaf.metrics.FigureFilters;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.Period;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reports over HTTP, as JSON, CSV or XLSX by {@code Accept}. Period and filters are those of the KPIs; {@code columns} chooses and orders;
 * {@code compare=true} adds the period before.
 */
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReportReading reading;
    private final Figures figures;
    private final FigureFilters filters;

    ReportController(ReportReading reading, Figures figures, FigureFilters filters) {
        this.reading = reading;
        this.figures = figures;
        this.filters = filters;
    }

    @GetMapping(path = "/{report}", produces = MediaType.APPLICATION_JSON_VALUE)
    Report read(
            Actor by,
            @PathVariable String report,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(name = "by", required = false) @Nullable String cut,
            @RequestParam(name = "time_zone", required = false) @Nullable String timeZone,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String department,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String agent,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String channel,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String tag,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String columns,
            @RequestParam(defaultValue = "false") boolean compare) {
        ReportKind kind = ReportKind.named(report);
        List<ReportColumn> chosen = ReportColumns.named(columns, kind.columns());
        return reading.read(
                by,
                new ReportReading.ReportAsk(
                        kind,
                        Period.of(from, to, Period.zone(timeZone, figures.zone(by)), cut),
                        filters.read(by, department, agent, channel, tag),
                        chosen,
                        compare));
    }

    @GetMapping(path = "/{report}", produces = CSV)
    void csv(Actor by, @PathVariable String report, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ReportFile file = new ReportFile(asked(by, report, request));
        head(response, CSV + "; charset=utf-8", report + ".csv");
        file.csv(response.getOutputStream());
    }

    @GetMapping(path = "/{report}", produces = XLSX)
    void xlsx(Actor by, @PathVariable String report, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ReportFile file = new ReportFile(asked(by, report, request));
        head(response, XLSX, report + ".xlsx");
        file.xlsx(response.getOutputStream());
    }

    private static void head(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    /** The parameters of {@link #read}. */
    private Report asked(Actor by, String report, HttpServletRequest request) {
        return read(
                by,
                report,
                needed(request, "from"),
                needed(request, "to"),
                request.getParameter("by"),
                request.getParameter("time_zone"),
                request.getParameter("department"),
                request.getParameter("agent"),
                request.getParameter("channel"),
                request.getParameter("tag"),
                request.getParameter("columns"),
                Boolean.parseBoolean(request.getParameter("compare")));
    }

    private static String needed(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null || value.length() > Limits.NAME_LENGTH_MAX) {
            throw Refusal.malformed(name, "This is needed.");
        }
        return value;
    }
}
