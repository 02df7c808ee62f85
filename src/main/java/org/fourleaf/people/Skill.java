package org.fourleaf.people;

import java.util.UUID;

/** Something agents can be good at; a ticket with the tag of the same name asks for it. @param agents how many active agents have it */
record Skill(UUID id, String name, int agents, long version) {

    static final int NAME_LENGTH_MAX = 100;
    static final int COUNT_MAX = 500;
}
