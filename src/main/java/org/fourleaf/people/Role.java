package org.fourleaf.people;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fourleaf.platform.Permission;

/** A named set of permissions. @param builtIn made with the workspace and not editable */
record Role(UUID id, String name, List<String> permissions, boolean builtIn, long version) {

    static final int COUNT_MAX = 50;

    Role {
        permissions = List.copyOf(permissions);
    }

    boolean isOwner() {
        return builtIn && name.equals(BuiltInRole.OWNER.stored());
    }

    /** Whether somebody with the other role may give this one, or look after its agents: it allows nothing that theirs does not. */
    boolean isWithin(Role other) {
        return other.isOwner() || Permission.ofStored(other.permissions).containsAll(Permission.ofStored(permissions));
    }

    /** How names are compared. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
