package org.fourleaf.metrics;

/** The grains of the figures. Their times are whole numbers: quarters of an hour, days or months since 1970. */
enum Span {
    QUARTER("quarter"),
    /** In the workspace's time zone. Bins are of all agents, departments and channels together. */
    DAY("day"),
    /** In the workspace's time zone. Only of bins, and of all agents together: few rows for long periods. */
    MONTH("month");

    private final String column;

    Span(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    String table() {
        return "figure_" + column;
    }

    String taggedTable() {
        return "figure_tag_" + column;
    }

    String binTable() {
        return "figure_bin_" + column;
    }
}
