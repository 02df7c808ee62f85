package org.fourleaf.webhooks;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A webhook was made, changed, switched, given a new secret, or removed. */
@Records(ActivityKind.WEBHOOK_CHANGED)
public record WebhookChanged(UUID webhook, boolean active, boolean removed) implements Fact {}
