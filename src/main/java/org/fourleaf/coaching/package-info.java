/**
 * Coaching: goals by any KPI for agents and departments, with how far they are; what a lead writes to an agent between the two of them, about
 * a KPI, a ticket or a call, and the agent's answers. Praise may be public, criticism never. Owns {@code coaching_goal},
 * {@code coaching_note} and {@code coaching_reply}. Publishes {@code goal.set}, {@code coaching.noted}, {@code coaching.answered} and
 * {@code praise.given} and {@code praise.withdrawn}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "tickets", "metrics", "game"})
@NullMarked
package org.fourleaf.coaching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
