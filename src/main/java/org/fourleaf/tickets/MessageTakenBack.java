package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A scheduled answer was taken back before it was sent, or held up because something happened meanwhile (reason). */
@Records(ActivityKind.MESSAGE_TAKEN_BACK)
public record MessageTakenBack(
        UUID ticket,
        @Nullable UUID agent,
        UUID department,
        UUID message,
        @Nullable String reason) implements Fact {}
