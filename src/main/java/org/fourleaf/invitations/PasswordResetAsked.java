package org.fourleaf.invitations;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody asked for a link with which an agent can choose a new password. */
@Records(ActivityKind.PASSWORD_RESET_ASKED)
public record PasswordResetAsked(UUID agent, boolean byMail) implements Fact {}
