package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Several sessions of an agent were ended at once, by themselves or by whoever looks after agents. */
@Records(ActivityKind.SESSIONS_ENDED)
record SessionsEnded(UUID agent, int sessions) implements Fact {}
