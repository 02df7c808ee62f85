package org.fourleaf.signin;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** What the workspace asks of everybody who signs in was changed. */
@Records(ActivityKind.SIGN_IN_RULES_CHANGED)
record SignInRulesChanged(boolean secondFactorRequired, boolean ssoOnly) implements Fact {}
