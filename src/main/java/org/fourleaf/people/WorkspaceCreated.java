package org.fourleaf.people;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** The workspace was set up. @param agent its owner */
@Records(ActivityKind.WORKSPACE_CREATED)
public record WorkspaceCreated(UUID agent, boolean demo) implements Fact {}
