package org.fourleaf.reports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A report to be made again and again: as the parameters of one that is asked for, with a period that moves on.
 *
 * @param columns none for those the report has when nobody chooses
 */
record ReportDefinition(
        @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String report,
        @NotNull RelativePeriod period,
        @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String by,
        @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String timeZone,
        @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String department,
        @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String agent,
        @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String channel,
        @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String tag,

        @Nullable @Size(max = COLUMNS_MAX) List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> columns,

        boolean compare,
        @Nullable Chart chart) {

    static final int COLUMNS_MAX = 100;

    /** How it is shown. */
    enum Chart {
        TABLE,
        AREA,
        LINE,
        COLUMN,
        PIE;

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Chart of(String name) {
            for (Chart chart : values()) {
                if (chart.json().equals(name)) {
                    return chart;
                }
            }
            throw Refusal.malformed("/definition/chart", "One of table, area, line, column, pie.");
        }
    }

    ReportDefinition {
        columns = columns == null ? null : List.copyOf(columns);
    }
}
