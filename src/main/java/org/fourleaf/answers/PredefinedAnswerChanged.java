package org.fourleaf.answers;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A predefined answer that more than its writer finds was made, changed or removed; or is found by its writer alone from now on. */
@Records(ActivityKind.PREDEFINED_ANSWER_CHANGED)
public record PredefinedAnswerChanged(UUID answer, boolean removed) implements Fact {}
