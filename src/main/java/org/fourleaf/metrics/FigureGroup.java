package org.fourleaf.metrics;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.database.Row;

/** Whose figures some sums are. What is not told apart, or lacking, is {@link #NOTHING} or 0. @param slice its place in the period */
public record FigureGroup(int slice, UUID agent, UUID department, int channel, UUID tag) {

    public static final UUID NOTHING = Cell.NOBODY;

    static FigureGroup of(Row row, Set<Dimension> by) throws SQLException {
        return new FigureGroup(
                row.number("slice"),
                by.contains(Dimension.AGENT) ? row.uuid("agent_id") : NOTHING,
                by.contains(Dimension.DEPARTMENT) ? row.uuid("department_id") : NOTHING,
                by.contains(Dimension.CHANNEL) ? row.number("channel") : 0,
                by.contains(Dimension.TAG) ? row.uuid("tag_id") : NOTHING);
    }

    /** Everything in a slice, nothing told apart. */
    public static FigureGroup ofSlice(int slice) {
        return new FigureGroup(slice, NOTHING, NOTHING, 0, NOTHING);
    }

    FigureGroup at(int otherSlice) {
        return new FigureGroup(otherSlice, agent, department, channel, tag);
    }
}
