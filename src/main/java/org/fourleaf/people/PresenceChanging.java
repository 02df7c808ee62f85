package org.fourleaf.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says that an agent is online, paused or gone: oneself, or somebody one manages. */
@Component
@Transactional
class PresenceChanging {

    private final PresenceStore store;
    private final Log log;
    private final Clock clock;

    PresenceChanging(PresenceStore store, Log log, Clock clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** @param channels none for all */
    void change(
            Actor by,
            Agent agent,
            PresenceState state,
            @Nullable String reason,
            @Nullable Collection<PresenceChannel> channels) {
        if (!agent.id().equals(by.id())) {
            by.mustHave(Permission.AGENTS_MANAGE);
        }
        if (!agent.active()) {
            throw Refusal.conflict("agent-inactive", "This agent is deactivated.");
        }
        Instant now = clock.instant();
        Collection<PresenceChannel> these = channels == null ? List.of(PresenceChannel.values()) : channels;
        these.forEach(channel -> store.put(by.workspace(), agent.id(), channel, state, reason, now));
        if (channels == null) {
            log.write(by, new PresenceChanged(agent.id(), null, state, reason));
        } else {
            channels.forEach(channel -> log.write(by, new PresenceChanged(agent.id(), channel.code(), state, reason)));
        }
    }
}
