package org.fourleaf.templates;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** The text of a mail was rewritten. @param shipped it says again what it said at first */
@Records(ActivityKind.TEXT_CHANGED)
public record TemplateChanged(
        TemplateKind template, @Nullable UUID department, String language, boolean shipped) implements Fact {}
