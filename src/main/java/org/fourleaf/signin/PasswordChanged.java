package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent's password was changed; other sessions ended with it. */
@Records(ActivityKind.PASSWORD_CHANGED)
public record PasswordChanged(UUID agent) implements Fact {}
