package org.fourleaf.ratings;

import org.jspecify.annotations.Nullable;

/**
 * Whether customers are asked under each answer how it was; a department may say no for itself.
 *
 * @param origin where the links lead; none while nobody knows where browsers find the desk, and then no mail asks
 */
public record RatingSetting(boolean onAnswers, @Nullable String origin, long version) {}
