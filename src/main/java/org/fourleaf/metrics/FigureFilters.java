package org.fourleaf.metrics;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.tickets.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads filters as they come in a query: ids, e-mail addresses and names, several of a sort by comma. */
@Component
public class FigureFilters {

    private static final int NAMED_MAX = 100;

    private final Departments departments;
    private final Agents agents;
    private final FigureNameQuery names;

    FigureFilters(Departments departments, Agents agents, FigureNameQuery names) {
        this.departments = departments;
        this.agents = agents;
        this.names = names;
    }

    /** @throws Refusal malformed naming the parameter */
    public FigureFilter read(
            Actor by,
            @Nullable String department,
            @Nullable String agent,
            @Nullable String channel,
            @Nullable String tag) {
        return new FigureFilter(
                all("agent", agent, one -> agents.find(by, one).map(Agent::id)),
                all("department", department, one -> departments.find(by, one)),
                all(
                        "channel",
                        channel,
                        one -> Optional.ofNullable(Channel.named(one)).map(Channel::code)),
                tag(by, tag));
    }

    private @Nullable UUID tag(Actor by, @Nullable String reference) {
        if (reference == null || reference.isBlank()) {
            return null;
        }
        return names.tag(by.workspace(), reference)
                .or(() -> id(reference))
                .orElseThrow(() -> Refusal.malformed("tag", "There is no such tag."));
    }

    private static Optional<UUID> id(String reference) {
        try {
            return Optional.of(UUID.fromString(reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The whole may be one name with a comma in it. */
    private static <T> Set<T> all(String parameter, @Nullable String references, Function<String, Optional<T>> find) {
        if (references == null || references.isBlank()) {
            return Set.of();
        }
        Optional<T> whole = find.apply(references.strip());
        if (whole.isPresent()) {
            return Set.of(whole.get());
        }
        List<String> each = List.of(references.strip().split("\\s*,\\s*", -1));
        if (each.size() > NAMED_MAX) {
            throw Refusal.malformed(parameter, "At most " + NAMED_MAX + " by comma.");
        }
        Set<T> found = new HashSet<>();
        for (String one : each) {
            found.add(find.apply(one)
                    .orElseThrow(() -> Refusal.malformed(parameter, "There is no such " + parameter + ".")));
        }
        return found;
    }
}
