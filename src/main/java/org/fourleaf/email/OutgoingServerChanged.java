package org.fourleaf.email;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** The workspace got another outgoing server, or lost its own. */
@Records(ActivityKind.OUTGOING_SERVER_CHANGED)
public record OutgoingServerChanged(boolean removed) implements Fact {}
