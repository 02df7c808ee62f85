package org.fourleaf.metrics;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fourleaf.metrics.KpiSettings.ServiceLevelFormula;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How KPIs are reckoned, over HTTP. */
@RestController
@RequestMapping("/api/v1/kpi-settings")
class KpiSettingController {

    private static final int EMAIL_TARGET_SECONDS_MAX = 30 * 86_400;

    record Change(
            @Nullable @Min(0) @Max(Bins.EXACT_UP_TO) Integer shortAbandonSeconds,
            @Nullable @Min(1) @Max(Bins.EXACT_UP_TO) Integer serviceLevelSeconds,
            @Nullable String serviceLevelFormula,

            @Nullable @Min(60) @Max(EMAIL_TARGET_SECONDS_MAX)
            Integer emailTargetSeconds,

            @Nullable @Min(1) @Max(365) Integer fcrWindowDays,
            @Nullable @DecimalMin("0") @DecimalMax("100") Double callWeight,
            @Nullable @DecimalMin("0") @DecimalMax("100") Double chatWeight,
            @Nullable @DecimalMin("0") @DecimalMax("100") Double emailWeight,

            @Nullable @Min(0) @Max(KpiSettings.KEPT_MONTHS_MAX)
            Integer activitiesKeptMonths) {}

    private final Figures figures;
    private final KpiSettingEditing editing;

    KpiSettingController(Figures figures, KpiSettingEditing editing) {
        this.figures = figures;
        this.editing = editing;
    }

    @GetMapping
    KpiSettings get(Actor by) {
        return figures.settings(by);
    }

    @PatchMapping
    KpiSettings change(Actor by, @Valid @RequestBody Change change) {
        return editing.change(
                by,
                was -> new KpiSettings(
                        Objects.requireNonNullElse(change.shortAbandonSeconds, was.shortAbandonSeconds()),
                        Objects.requireNonNullElse(change.serviceLevelSeconds, was.serviceLevelSeconds()),
                        change.serviceLevelFormula == null
                                ? was.serviceLevelFormula()
                                : formula(change.serviceLevelFormula),
                        Objects.requireNonNullElse(change.emailTargetSeconds, was.emailTargetSeconds()),
                        Objects.requireNonNullElse(change.fcrWindowDays, was.fcrWindowDays()),
                        Objects.requireNonNullElse(change.callWeight, was.callWeight()),
                        Objects.requireNonNullElse(change.chatWeight, was.chatWeight()),
                        Objects.requireNonNullElse(change.emailWeight, was.emailWeight()),
                        change.activitiesKeptMonths == null ? was.keptMonths() : kept(change.activitiesKeptMonths)));
    }

    private static int kept(int months) {
        if (months != KpiSettings.KEPT_FOR_EVER && months < KpiSettings.KEPT_MONTHS_MIN) {
            throw Refusal.invalid(
                    "/activities_kept_months", "For ever (0), or at least " + KpiSettings.KEPT_MONTHS_MIN + " months.");
        }
        return months;
    }

    private static ServiceLevelFormula formula(String name) {
        return Arrays.stream(ServiceLevelFormula.values())
                .filter(formula -> formula.json().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "/service_level_formula",
                        "One of "
                                + Arrays.stream(ServiceLevelFormula.values())
                                        .map(ServiceLevelFormula::json)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
