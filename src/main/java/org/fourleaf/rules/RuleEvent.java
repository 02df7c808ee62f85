package org.fourleaf.rules;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that happened to a ticket and that some rule waits for.
 *
 * @param chain the rules whose doing it is, each set off by the one before; empty when it was nobody's rule
 * @param family shared by all that follows from one event; none with an empty chain
 */
record RuleEvent(
        UUID ticket,
        Set<RuleTrigger> triggers,
        ActivityKind kind,
        Actor.Kind byKind,
        @Nullable UUID byId,
        Instant at,
        ObjectNode facts,
        List<UUID> chain,
        @Nullable UUID family) {

    /** So many rules may set each other off before it is cut short. */
    static final int CHAIN_MAX = 8;
    /** Where each sets off several, all that follows from one event is so many runs at most. */
    static final int FAMILY_MAX = 20;

    RuleEvent {
        triggers = Set.copyOf(triggers);
        chain = List.copyOf(chain);
    }

    /** A rule never reacts to its own doing. */
    boolean isDoingOf(UUID rule) {
        return byKind == Actor.Kind.RULE && rule.equals(byId);
    }

    boolean isAtEnd() {
        return chain.size() >= CHAIN_MAX;
    }

    /** A fact that is an id, such as the message. */
    @Nullable
    UUID id(String fact) {
        String text = text(fact);
        return text == null ? null : UUID.fromString(text);
    }

    @Nullable
    String text(String fact) {
        var value = facts.get(fact);
        return value == null || value.isNull() ? null : value.asString("");
    }
}
