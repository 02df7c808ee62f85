package org.fourleaf.conditions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition as JSON: {@code {"all": […]}}, {@code {"any": […]}}, or one test {@code {"field", "op", "value"}}. A value is a text, a
 * number of seconds, true or false, or a list of texts of which any will do.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConditionForm(
        @Nullable List<ConditionForm> all,
        @Nullable List<ConditionForm> any,
        @Nullable String field,
        @Nullable String op,

        @Nullable
        @Schema(description = "A text, a number of seconds, true or false, or a list of texts of which any will do.")
        Object value) {

    static ConditionForm test(String field, String op, @Nullable Object value) {
        return new ConditionForm(null, null, field, op, value);
    }
}
