package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody tried to sign in as an agent and failed. */
@Records(ActivityKind.SIGN_IN_REFUSED)
public record SignInRefused(UUID agent) implements Fact {}
