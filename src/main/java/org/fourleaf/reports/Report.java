package org.fourleaf.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as it is answered. @param total of all activities that have what the rows are of; not the sum of tags, of which a ticket may have two */
record Report(
        String report,
        Instant from,
        Instant to,
        String timeZone,
        List<ReportColumn> columns,
        List<ReportRow> rows,
        Map<String, @Nullable Number> total,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Earlier before) {

    /**
     * One row.
     *
     * @param key what it is of: an agent's e-mail, a department's or tag's name, a channel; {@code from} and {@code to} of its slice
     * @param before its values in the period before, where compared
     */
    record ReportRow(
            Map<String, String> key,
            Map<String, @Nullable Number> values,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, @Nullable Number> before) {}

    /** The period before, and its total. */
    record Earlier(Instant from, Instant to, Map<String, @Nullable Number> total) {}
}
