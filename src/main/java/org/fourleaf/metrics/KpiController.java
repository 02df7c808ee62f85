package org.fourleaf.metrics;

import jakarta.validation.constraints.Size;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * KPIs over HTTP: {@code from} and {@code to} are dates in {@code time_zone} (the workspace's when not said) or instants, {@code to} not
 * in it; {@code by} cuts the period; filters take ids, e-mail addresses or names, several by comma, one tag.
 */
@RestController
@RequestMapping("/api/v1/kpis")
class KpiController {

    /** What a KPI is. @param activities where the activities it was counted from are listed */
    record Definition(String title, String formula, Kpi.Unit unit, Map<String, Object> settings, String activities) {}

    /** The answer. */
    record KpiAnswer(
            Instant from,
            Instant to,
            String timeZone,
            Map<String, Definition> definitions,
            List<KpiReading.KpiSlice> slices,
            Map<String, KpiValue> total) {}

    private final KpiReading reading;
    private final KpiActivityQuery activities;
    private final Figures figures;
    private final FigureFilters filters;

    KpiController(KpiReading reading, KpiActivityQuery activities, Figures figures, FigureFilters filters) {
        this.reading = reading;
        this.activities = activities;
        this.figures = figures;
        this.filters = filters;
    }

    @GetMapping
    KpiAnswer read(
            Actor by,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(name = "by", required = false) @Nullable String cut,
            @RequestParam(name = "time_zone", required = false) @Nullable String timeZone,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String department,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String agent,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String channel,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String tag,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String kpi) {
        Period period = Period.of(from, to, Period.zone(timeZone, figures.zone(by)), cut);
        List<Kpi> kpis = Kpis.named(kpi, "kpi");
        KpiReading.Read read = reading.read(by, period, filters.read(by, department, agent, channel, tag), kpis);
        KpiSettings settings = figures.settings(by);
        Map<String, Definition> definitions = new LinkedHashMap<>();
        for (Kpi one : kpis) {
            Map<String, String> link = new LinkedHashMap<>();
            link.put("kpi", one.id());
            link.put("from", period.from().toString());
            link.put("to", period.to().toString());
            put(link, "department", department);
            put(link, "agent", agent);
            put(link, "channel", channel);
            put(link, "tag", tag);
            Map<String, Object> values = new LinkedHashMap<>();
            one.settings().forEach(name -> values.put(name, settings.value(name)));
            definitions.put(
                    one.id(),
                    new Definition(one.title(), one.formula().apply(settings), one.unit(), values, link(link)));
        }
        return new KpiAnswer(
                period.from(), period.to(), period.zone().getId(), definitions, read.slices(), read.total());
    }

    /** The activities a KPI was counted from, newest first. */
    @GetMapping("/activities")
    Page<KpiActivityQuery.Counted> activities(
            Actor by,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(name = "time_zone", required = false) @Nullable String timeZone,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String department,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String agent,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String channel,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String tag,
            @RequestParam(required = false) @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String kpi,
            Slice slice) {
        Period period = Period.of(from, to, Period.zone(timeZone, figures.zone(by)), null);
        return activities.page(
                by,
                figures.sight(by),
                period.whole(),
                filters.read(by, department, agent, channel, tag),
                Kpis.named(kpi, "kpi"),
                slice);
    }

    private static void put(Map<String, String> link, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            link.put(name, value);
        }
    }

    private static String link(Map<String, String> parameters) {
        StringBuilder link = new StringBuilder("/api/v1/kpis/activities");
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            link.append(separator)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return link.toString();
    }
}
