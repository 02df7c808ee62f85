package org.fourleaf.imports;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An import came to its end, good or bad. The numbers are lines. */
@Records(ActivityKind.IMPORT_ENDED)
record ImportEnded(
        UUID importId, ImportKind kind, ImportState state, long received, long imported, long unchanged, long failed)
        implements Fact {}
