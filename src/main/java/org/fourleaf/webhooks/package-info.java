/**
 * Calls to other systems: signed as Standard Webhooks say, or as a chat takes them. Owns {@code webhook} and {@code webhook_delivery}. A
 * call is a row committed with what causes it ({@link org.fourleaf.webhooks.WebhookSending}); a worker makes it, again and again for
 * three days, and never to an address of our own networks.
 */
@ApplicationModule(allowedDependencies = {"platform", "people"})
@NullMarked
package org.fourleaf.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
