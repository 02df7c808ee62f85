package org.fourleaf.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.platform.Limits;
import org.jspecify.annotations.Nullable;

/** Rules as they are taken out and put in: what they name stands by name, or by e-mail address, so that another desk understands it. */
public record RuleFile(@NotNull @Size(max = Rule.RULES_MAX) List<@NotNull @Valid Entry> rules) {

    /** One rule, or a time rule: that has a measure and seconds instead of what it waits for. Without a condition it always matches. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String notes,

            @Nullable Boolean active,
            @Nullable RuleTrigger applyWhen,
            @Nullable TimeBasis measure,
            @Nullable @Positive @Max(Rule.SECONDS_MAX) Long seconds,
            @Nullable ConditionForm condition,
            @NotNull @Size(max = Rule.ACTIONS_MAX) List<@NotNull @Valid RuleAction> actions,
            @Nullable Boolean stop) {}
}
