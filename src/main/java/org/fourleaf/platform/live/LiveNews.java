package org.fourleaf.platform.live;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.log.Recorded;

/** Turns lines of the log into events for browsers; each module tells of its own. Called outside any transaction, in the workspace. */
public interface LiveNews {

    List<LiveEvent> of(UUID workspace, List<Recorded> lines);
}
