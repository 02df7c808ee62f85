package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent, or somebody who looks after agents, took the second factor away. */
@Records(ActivityKind.SECOND_FACTOR_OFF)
record SecondFactorOff(UUID agent) implements Fact {}
