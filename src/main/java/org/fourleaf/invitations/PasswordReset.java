package org.fourleaf.invitations;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent chose a new password by such a link; every session ended. */
@Records(ActivityKind.PASSWORD_RESET)
public record PasswordReset(UUID agent) implements Fact {}
