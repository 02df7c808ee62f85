package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent signed in. */
@Records(ActivityKind.SIGNED_IN)
public record SignedIn(UUID agent, UUID session) implements Fact {}
