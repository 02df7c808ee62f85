package org.fourleaf.fields;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A custom field was added, edited, archived or deleted. */
@Records(ActivityKind.FIELD_CHANGED)
public record FieldChanged(UUID field, boolean deleted) implements Fact {}
