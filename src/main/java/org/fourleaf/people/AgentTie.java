package org.fourleaf.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column by which a table knows agents, or one in which somebody may call them by name, and what becomes of its rows when an agent is erased.
 *
 * @param column with an agent's id, or an array of ids; with words where names are to be hidden
 * @param words the columns that are emptied; the row stays
 * @param only of which rows it is said, none for all; a condition in the module's own words
 * @param why they stay as they are, where they do
 */
public record AgentTie(
        String table,
        String column,
        Fate fate,
        List<String> words,
        @Nullable String only,
        @Nullable String why) {

    /** What becomes of the rows of an erased agent. */
    public enum Fate {
        KEPT,
        /** The row goes. */
        REMOVED,
        /** The row stays, its words become empty. */
        EMPTIED,
        /** The row stays, its words become null. */
        UNSET,
        /** The agent leaves an array of ids. */
        TAKEN_OUT,
        /** Every row of the workspace stays, with a neutral word in the place of the agent's name, alias and address. */
        UNNAMED
    }

    public AgentTie {
        words = List.copyOf(words);
    }

    /** For ids only, which tell nobody who it was. @param why so that a reader of the code can judge it */
    public static AgentTie kept(String table, String column, String why) {
        return new AgentTie(table, column, Fate.KEPT, List.of(), null, why);
    }

    public static AgentTie removed(String table, String column) {
        return new AgentTie(table, column, Fate.REMOVED, List.of(), null, null);
    }

    public static AgentTie emptied(String table, String column, String... words) {
        return new AgentTie(table, column, Fate.EMPTIED, List.of(words), null, null);
    }

    public static AgentTie unset(String table, String column, String... words) {
        return new AgentTie(table, column, Fate.UNSET, List.of(words), null, null);
    }

    public static AgentTie takenOut(String table, String column) {
        return new AgentTie(table, column, Fate.TAKEN_OUT, List.of(), null, null);
    }

    public static AgentTie unnamed(String table, String column) {
        return new AgentTie(table, column, Fate.UNNAMED, List.of(), null, null);
    }

    /** @param condition on the table's row, which is called {@code t} */
    public AgentTie where(String condition) {
        return new AgentTie(table, column, fate, words, condition, why);
    }
}
