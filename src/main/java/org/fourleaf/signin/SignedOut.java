package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A session ended before its time. */
@Records(ActivityKind.SIGNED_OUT)
public record SignedOut(UUID agent, UUID session) implements Fact {}
