package org.fourleaf.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says that an agent is online, paused or gone: oneself, somebody one looks after, or the clock. */
@Component
@Transactional
public class PresenceChanging {

    private static final int GONE_PAGE = 200;

    private final PresenceStore store;
    private final Presences presences;
    private final Log log;
    private final Clock clock;

    PresenceChanging(PresenceStore store, Presences presences, Log log, Clock clock) {
        this.store = store;
        this.presences = presences;
        this.log = log;
        this.clock = clock;
    }

    /** @param channels none for all. @param byBrowser said in a browser, so that it ends when the browser is gone */
    void change(
            Actor by,
            Agent agent,
            PresenceState state,
            @Nullable String reason,
            @Nullable Collection<PresenceChannel> channels,
            boolean byBrowser) {
        if (!agent.id().equals(by.id()) && !presences.oversees(by, agent.id())) {
            by.mustHave(Permission.AGENTS_MANAGE);
        }
        if (!agent.active()) {
            throw Refusal.conflict("agent-inactive", "This agent is deactivated.");
        }
        put(by, agent.id(), state, reason, channels, byBrowser);
    }

    /** After work that nobody took: no more of it until the agent says so. */
    public void pause(Actor by, UUID agent, PresenceChannel channel, String reason) {
        put(by, agent, PresenceState.PAUSED, reason, List.of(channel), false);
    }

    /** Deactivated: offline everywhere, if they were ever anything else. */
    void leave(Actor by, UUID agent) {
        if (store.of(by.workspace(), List.of(agent)).getOrDefault(agent, PresenceState.OFFLINE)
                != PresenceState.OFFLINE) {
            put(by, agent, PresenceState.OFFLINE, null, null, false);
        }
    }

    /** Those whose browsers have been silent since are offline. @return how many */
    public int leaveSilent(Actor by, Instant silentSince) {
        List<UUID> gone = store.gone(by.workspace(), silentSince, GONE_PAGE);
        gone.forEach(agent -> put(by, agent, PresenceState.OFFLINE, null, null, false));
        return gone.size();
    }

    private void put(
            Actor by,
            UUID agent,
            PresenceState state,
            @Nullable String reason,
            @Nullable Collection<PresenceChannel> channels,
            boolean byBrowser) {
        Instant now = clock.instant();
        Collection<PresenceChannel> these = channels == null ? List.of(PresenceChannel.values()) : channels;
        String why = state == PresenceState.PAUSED ? reason : null;
        these.stream()
                .sorted()
                .forEach(channel -> store.put(by.workspace(), agent, channel, state, why, now, byBrowser));
        if (channels == null) {
            log.write(by, new PresenceChanged(agent, null, state, reason));
        } else {
            channels.forEach(channel -> log.write(by, new PresenceChanged(agent, channel.code(), state, reason)));
        }
    }
}
