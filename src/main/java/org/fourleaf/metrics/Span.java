package org.fourleaf.metrics;

/** The two grains of the figures. Their times are whole numbers: quarters of an hour, or days, since 1970. */
enum Span {
    QUARTER("quarter"),
    /** In the workspace's time zone. */
    DAY("day");

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
