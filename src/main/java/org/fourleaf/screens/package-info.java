/**
 * Screens on the wall of an office: queues, service level, today's leaders, contests under way and what was won last, for all who pass by.
 * Owns {@code screen} and {@code screen_session}. A link opens one screen and nothing else; its secret is kept as a hash, travels in the
 * part of an address that browsers send to nobody, and is traded for a cookie once. Knows no agent: whoever left public boards is not
 * there, and where boards have no names neither has a screen.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "people", "departments", "boards", "contests", "wall", "reports", "signin"})
@NullMarked
package org.fourleaf.screens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
