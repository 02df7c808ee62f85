package org.fourleaf.people;

import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;

/** Whom an agent looks after; implemented by the module above, departments: leads look after their members. */
public interface PresenceOversight {

    Set<UUID> overseenBy(Actor by);
}
