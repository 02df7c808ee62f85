/**
 * What agents should know of: somebody mentioned them, gave them a ticket, a customer answered or rated. A leaf that reads the log; owns
 * {@code notification} and {@code notification_setting}. Never about one's own act, never for a ticket one may no longer see (asked at
 * every reading), each fact once: the rows commit with the reader's position.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "departments",
            "tickets",
            "email",
            "ratings",
            "routing",
            "rules",
            "badges",
            "levels",
            "kudos",
            "quests",
            "shop",
            "coaching",
            "contests",
            "wall"
        })
@NullMarked
package org.fourleaf.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
