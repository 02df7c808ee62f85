package org.fourleaf.signin;

import org.jspecify.annotations.Nullable;

/** Where a sign-in comes from, as the agent's list of sessions shows it. */
record Browser(String address, @Nullable String userAgent) {}
