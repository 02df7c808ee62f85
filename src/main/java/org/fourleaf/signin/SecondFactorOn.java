package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** From now on an agent shows a code of their authenticator app after the password. */
@Records(ActivityKind.SECOND_FACTOR_ON)
record SecondFactorOn(UUID agent) implements Fact {}
