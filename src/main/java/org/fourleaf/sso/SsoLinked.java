package org.fourleaf.sso;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A provider vouched for an agent for the first time. */
@Records(ActivityKind.SSO_LINKED)
record SsoLinked(UUID agent, UUID provider) implements Fact {}
