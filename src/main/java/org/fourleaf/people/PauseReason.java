package org.fourleaf.people;

import java.util.UUID;

/** Why one pauses, to choose from. @param place where it stands in the list, from 1 */
record PauseReason(UUID id, String name, int place, long version) {

    static final int NAME_LENGTH_MAX = 100;
    static final int COUNT_MAX = 50;
}
