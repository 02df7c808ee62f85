package org.fourleaf.people;

import java.util.List;
import java.util.UUID;

/** A named set of permissions. @param builtIn made with the workspace and not editable */
record Role(UUID id, String name, List<String> permissions, boolean builtIn) {

    boolean isOwner() {
        return builtIn && name.equals(BuiltInRole.OWNER.stored());
    }
}
