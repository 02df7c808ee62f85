package org.fourleaf.imports;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent fetched everything of a kind: written before the first line leaves. */
@Records(ActivityKind.EXPORT_MADE)
record ExportMade(ImportKind kind) implements Fact {}
