package org.fourleaf.metrics;

import org.fourleaf.platform.log.ActivityKind;

/**
 * How often something was counted by a word.
 *
 * @param name the id, as text, of an SLA level or a rule, or the word an import used; the state of a delivery
 * @param word the type of a promise; empty for others
 * @param timed how many of them say how long they took
 * @param seconds of those together
 */
public record WordCount(ActivityKind kind, String name, String word, long n, long timed, long seconds) {}
