package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** An agent left a note for colleagues. @param mentions how many it names, none for nobody */
@Records(ActivityKind.NOTE_ADDED)
public record NoteAdded(
        UUID ticket,
        @Nullable UUID agent,
        UUID department,
        int channel,
        UUID message,
        @Nullable Integer mentions) implements Fact {}
