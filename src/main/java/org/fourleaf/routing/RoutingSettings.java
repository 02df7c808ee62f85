package org.fourleaf.routing;

import java.time.Duration;

/**
 * How a workspace hands out work.
 *
 * @param giveBackMinutes a ticket taken by To solve goes back after so long without an act
 * @param offerSeconds how long an agent has to accept an offer
 * @param missedOffersMax so many offers missed in a row pause an agent; 0 never
 * @param breathingSeconds no offer so soon after the last piece of work ended
 * @param awayMinutes an agent whose browser is gone for so long goes offline
 * @param ticketsMax waiting tickets an agent holds at most before routing passes them by, unless the department or agent says otherwise
 */
record RoutingSettings(
        int giveBackMinutes,
        int offerSeconds,
        int missedOffersMax,
        int breathingSeconds,
        int awayMinutes,
        int ticketsMax,
        int chatsMax,
        int callsMax,
        long version) {

    static final RoutingSettings DEFAULT = new RoutingSettings(30, 45, 3, 10, 5, 10, 3, 1, 1);

    Duration giveBackAfter() {
        return Duration.ofMinutes(giveBackMinutes);
    }

    Duration offerFor() {
        return Duration.ofSeconds(offerSeconds);
    }

    Duration breathing() {
        return Duration.ofSeconds(breathingSeconds);
    }

    Duration awayAfter() {
        return Duration.ofMinutes(awayMinutes);
    }
}
