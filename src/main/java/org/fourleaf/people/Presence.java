package org.fourleaf.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is at. Online on any channel is online altogether, else paused on any is paused.
 *
 * @param reason of a pause; shown to the agent and to those who look after them
 * @param since when it came to be so; none for one who never said anything
 */
record Presence(
        PersonName agent,
        PresenceState state,
        @Nullable String reason,
        @Nullable Instant since,
        List<OnChannel> channels) {

    /** One channel of it. */
    record OnChannel(
            PresenceChannel channel,
            PresenceState state,
            @Nullable String reason,
            Instant since) {}

    Presence {
        channels = List.copyOf(channels);
    }

    static Presence of(PersonName agent, List<OnChannel> channels, boolean withReason) {
        OnChannel all = channels.stream()
                .min(Comparator.comparing(OnChannel::state).thenComparing(OnChannel::since))
                .orElse(null);
        return new Presence(
                agent,
                all == null ? PresenceState.OFFLINE : all.state,
                all == null || !withReason ? null : all.reason,
                all == null ? null : all.since,
                channels.stream()
                        .map(one -> withReason ? one : new OnChannel(one.channel, one.state, null, one.since))
                        .toList());
    }
}
