package org.fourleaf.metrics;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which activities are meant. Nothing named narrows nothing.
 *
 * @param channels codes
 * @param tag of tickets that have it; one at most, because a ticket with two would count twice
 */
public record FigureFilter(
        Set<UUID> agents,
        Set<UUID> departments,
        Set<Integer> channels,
        @Nullable UUID tag) {

    public static final FigureFilter EVERYTHING = new FigureFilter(Set.of(), Set.of(), Set.of(), null);

    public FigureFilter {
        agents = Set.copyOf(agents);
        departments = Set.copyOf(departments);
        channels = Set.copyOf(channels);
    }
}
