package org.fourleaf.imports;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent began to move something in. */
@Records(ActivityKind.IMPORT_STARTED)
record ImportStarted(UUID importId, ImportKind kind) implements Fact {}
