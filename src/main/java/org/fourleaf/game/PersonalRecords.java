package org.fourleaf.game;

import java.util.List;

/** Which tables of a module of the game know agents, for an agent's export of all that is kept about them. */
public interface PersonalRecords {

    List<Table> tables();

    /**
     * @param section what its rows are called in the export
     * @param agents the columns that hold an agent's id; a row with the agent in any of them is theirs
     * @param confidential whether nobody but the agent gets it, whatever they may
     */
    record Table(String section, String name, List<String> agents, boolean confidential) {

        public Table {
            agents = List.copyOf(agents);
        }

        public static Table of(String section, String name, String... agents) {
            return new Table(section, name, List.of(agents), false);
        }

        public Table forNobodyElse() {
            return new Table(section, name, agents, true);
        }
    }
}
