package org.fourleaf.invitations;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An invited agent chose a password. */
@Records(ActivityKind.INVITATION_ACCEPTED)
public record InvitationAccepted(UUID agent) implements Fact {}
