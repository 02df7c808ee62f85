/**
 * The demonstration workspace: a bicycle shop's help desk with eight weeks behind it, invented from the files in {@code /demo}, to look
 * around in and to remove again. Owns {@code demo}; fills a new workspace by {@link org.fourleaf.people.WorkspaceFurnishing}; publishes
 * nothing of its own, all it writes is marked as imported so that nothing reacts to it, but for the game's rewards.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "signin",
            "customers",
            "departments",
            "calendars",
            "choices",
            "conditions",
            "slas",
            "tickets",
            "rules",
            "email",
            "ratings",
            "coins",
            "kudos",
            "shop",
            "quests",
            "contests"
        })
@NullMarked
package org.fourleaf.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
