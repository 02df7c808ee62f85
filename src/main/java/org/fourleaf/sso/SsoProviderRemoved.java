package org.fourleaf.sso;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A provider is trusted no longer. */
@Records(ActivityKind.SSO_PROVIDER_REMOVED)
record SsoProviderRemoved(UUID provider, String name) implements Fact {}
