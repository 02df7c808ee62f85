package org.fourleaf.people;

import java.time.ZoneId;
import org.fourleaf.platform.Actor;

/** What a module above keeps by the workspace's days and hours, when these begin at another moment; called in the transaction of the change. */
public interface ZoneFollowing {

    void follow(Actor by, ZoneId before, ZoneId now);
}
