package org.fourleaf.metrics;

import java.time.Instant;
import java.util.UUID;

/** A rating that nobody took back. @param figure what it counts as: rewards, neutrals or rebukes */
public record StandingRating(UUID agent, Instant at, Figure figure) {}
