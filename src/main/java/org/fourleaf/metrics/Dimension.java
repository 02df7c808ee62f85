package org.fourleaf.metrics;

/** What figures can be told apart by. */
public enum Dimension {
    AGENT("agent_id"),
    DEPARTMENT("department_id"),
    CHANNEL("channel"),
    TAG("tag_id");

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
