package org.fourleaf.webhooks;

import org.fourleaf.platform.work.WorkerBell;
import org.springframework.stereotype.Component;

/** Wakes the worker of webhooks. */
@Component
class WebhookBell extends WorkerBell {}
