package org.fourleaf.imports;

import java.util.UUID;

/** The outside id of an activity that happened here: its workspace and place in the log, so that it is unique among all desks. */
final class ActivityId {

    private static final char SEPARATOR = ':';

    private ActivityId() {}

    static String of(UUID workspace, long seq) {
        return workspace.toString() + SEPARATOR + seq;
    }

    /** Whether it came out of this workspace's own export, so that it is here already. */
    static boolean isOf(UUID workspace, String externalId) {
        return externalId.startsWith(workspace.toString() + SEPARATOR);
    }
}
