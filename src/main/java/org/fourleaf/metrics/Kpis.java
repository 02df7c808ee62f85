package org.fourleaf.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;

/** Every KPI there is. The formulas are the ones printed beside the figures and in docs/integrators/kpis.md. */
final class Kpis {

    private static final Map<String, Kpi> ALL = new LinkedHashMap<>();

    static {
        CaseKpis.all().forEach(kpi -> ALL.put(kpi.id(), kpi));
        ContactKpis.all().forEach(kpi -> ALL.put(kpi.id(), kpi));
        OpinionKpis.all().forEach(kpi -> ALL.put(kpi.id(), kpi));
    }

    private Kpis() {}

    static List<Kpi> all() {
        return List.copyOf(ALL.values());
    }

    static Optional<Kpi> find(String id) {
        return Optional.ofNullable(ALL.get(id));
    }

    /** @param ids by comma; all of them when nothing is said. @throws Refusal malformed naming the parameter */
    static List<Kpi> named(@Nullable String ids, String parameter) {
        if (ids == null || ids.isBlank()) {
            return all();
        }
        List<Kpi> kpis = new ArrayList<>();
        for (String id : ids.strip().split("\\s*,\\s*", -1)) {
            Kpi kpi = ALL.get(id);
            if (kpi == null) {
                throw Refusal.malformed(parameter, "Of " + String.join(", ", ALL.keySet()) + ", by comma.");
            }
            if (!kpis.contains(kpi)) {
                kpis.add(kpi);
            }
        }
        return kpis;
    }
}
