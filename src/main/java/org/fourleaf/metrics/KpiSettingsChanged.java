package org.fourleaf.metrics;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody changed how KPIs are reckoned: all figures show it at once, those of the past too. */
@Records(ActivityKind.KPI_SETTINGS_CHANGED)
record KpiSettingsChanged(
        int shortAbandonSeconds,
        int serviceLevelSeconds,
        String serviceLevelFormula,
        int emailTargetSeconds,
        int fcrWindowDays,
        int activitiesKeptMonths)
        implements Fact {}
