package org.fourleaf.routing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket given to an agent, who keeps it by doing something with it in time. @param assigneeBefore whose it becomes again if not */
record Claim(UUID ticket, UUID agent, @Nullable UUID assigneeBefore, Instant claimedAt, Instant until) {}
