package org.fourleaf.choices;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A disposition, sub-status or ticket type was added, edited, archived or deleted. */
@Records(ActivityKind.CHOICE_CHANGED)
public record ChoiceChanged(UUID choice, String list, boolean deleted) implements Fact {}
