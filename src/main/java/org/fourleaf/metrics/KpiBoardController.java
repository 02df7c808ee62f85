package org.fourleaf.metrics;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The KPIs of each team, that is department, beside each other and beside those of the period before, over HTTP. */
@RestController
@RequestMapping("/api/v1/kpi-board")
class KpiBoardController {

    private static final String KPIS =
            "volume,case_resolution,fcr,first_answer_time,next_answer_time,resolution_time,sla_compliance,csat,rewards_percent,backlog,overdue";

    /** A KPI now and in the period before. */
    record Compared(KpiValue now, KpiValue before) {}

    /** One team. */
    record Team(String department, Map<String, Compared> kpis) {}

    /** The answer. */
    record KpiBoard(
            Instant from,
            Instant to,
            Instant beforeFrom,
            String timeZone,
            Map<String, String> titles,
            List<Team> teams,
            Map<String, Compared> total) {}

    private final KpiReading reading;
    private final Figures figures;
    private final FigureFilters filters;
    private final FigureNameQuery names;

    KpiBoardController(KpiReading reading, Figures figures, FigureFilters filters, FigureNameQuery names) {
        this.reading = reading;
        this.figures = figures;
        this.filters = filters;
        this.names = names;
    }

    @GetMapping
    KpiBoard read(
            Actor by,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(name = "time_zone", required = false) @Nullable String timeZone,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String department,
            @RequestParam(defaultValue = KPIS) @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String kpi) {
        Period period = Period.of(from, to, Period.zone(timeZone, figures.zone(by)), null);
        Period before = period.before();
        List<Kpi> kpis = Kpis.named(kpi, "kpi");
        FigureFilter filter = filters.read(by, department, null, null, null);
        Map<UUID, Map<String, KpiValue>> now = reading.byDepartment(by, period.whole(), filter, kpis);
        Map<UUID, Map<String, KpiValue>> then = reading.byDepartment(by, before.whole(), filter, kpis);
        Map<UUID, String> named = names.departments(by.workspace(), now.keySet());
        Map<String, KpiValue> nothing = reading.nothing(by, kpis);
        List<Team> teams = new ArrayList<>();
        now.forEach((id, values) -> teams.add(
                new Team(named.getOrDefault(id, id.toString()), compared(values, then.getOrDefault(id, nothing)))));
        teams.sort(Comparator.comparing(team -> team.department().toLowerCase(Locale.ROOT)));
        Map<String, String> titles = new LinkedHashMap<>();
        kpis.forEach(one -> titles.put(one.id(), one.title()));
        return new KpiBoard(
                period.from(),
                period.to(),
                before.from(),
                period.zone().getId(),
                titles,
                teams,
                compared(
                        reading.read(by, period, filter, kpis).total(),
                        reading.read(by, before, filter, kpis).total()));
    }

    private static Map<String, Compared> compared(Map<String, KpiValue> now, Map<String, KpiValue> before) {
        Map<String, Compared> compared = new LinkedHashMap<>();
        now.forEach((id, value) -> {
            KpiValue earlier = before.get(id);
            if (earlier != null) {
                compared.put(id, new Compared(value, earlier));
            }
        });
        return compared;
    }
}
