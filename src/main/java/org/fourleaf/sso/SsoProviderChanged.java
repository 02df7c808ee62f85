package org.fourleaf.sso;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A provider was added or changed. */
@Records(ActivityKind.SSO_PROVIDER_CHANGED)
record SsoProviderChanged(UUID provider, String name, boolean enabled) implements Fact {}
