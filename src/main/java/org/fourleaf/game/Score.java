package org.fourleaf.game;

import java.time.Instant;
import java.util.UUID;

/**
 * What one agent came to in a window.
 *
 * @param sample how many activities were averaged or counted
 * @param last when the last that counts happened; of a maximum, when it was reached
 */
record Score(UUID agent, double value, long sample, Instant last) {}
