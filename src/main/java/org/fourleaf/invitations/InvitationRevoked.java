package org.fourleaf.invitations;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** The links of an agent were taken back. */
@Records(ActivityKind.INVITATION_REVOKED)
public record InvitationRevoked(UUID agent) implements Fact {}
