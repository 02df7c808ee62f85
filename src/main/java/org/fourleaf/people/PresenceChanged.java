package org.fourleaf.people;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** An agent went online, paused or left. @param channel the channel's code, none for all of them */
@Records(ActivityKind.PRESENCE_CHANGED)
public record PresenceChanged(
        UUID agent,
        @Nullable Integer channel,
        PresenceState state,
        @Nullable String reason) implements Fact {}
