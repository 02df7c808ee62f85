/**
 * The wall: what was awarded, read from the log, for colleagues to like and comment, and posted to the company's chats. Owns
 * {@code wall_entry}, {@code wall_like}, {@code wall_comment} and {@code wall_outlet}; a post is a call of {@code webhooks}. Nothing
 * negative stands here and nothing that only its holder may see, and what is taken back goes; who left public boards is seen by
 * themselves and their leads, and posted nowhere. Publishes {@code wall.grew}, {@code wall.liked} and {@code wall.commented}.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "game",
            "badges",
            "levels",
            "boards",
            "contests",
            "quests",
            "kudos",
            "coaching",
            "webhooks"
        })
@NullMarked
package org.fourleaf.wall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
