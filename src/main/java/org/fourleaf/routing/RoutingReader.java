package org.fourleaf.routing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourleaf.people.PresenceChannel;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/**
 * Routes when something happened that may let a ticket go to somebody: one came, one was answered, somebody is there again. Who ended
 * a piece of work breathes first; who missed a chat or call may be paused.
 */
@Component
class RoutingReader implements LogReader {

    private static final Set<ActivityKind> MOVING = Set.of(
            ActivityKind.TICKET_CREATED,
            ActivityKind.TICKET_STATUS_CHANGED,
            ActivityKind.TICKET_ASSIGNED,
            ActivityKind.TICKET_TRANSFERRED,
            ActivityKind.PRESENCE_CHANGED,
            ActivityKind.OFFER_DECLINED,
            ActivityKind.OFFER_MISSED,
            ActivityKind.DEPARTMENT_CHANGED,
            ActivityKind.MEMBERSHIP_CHANGED,
            ActivityKind.ROUTING_CHANGED,
            ActivityKind.AGENT_ROUTING_CHANGED);

    private static final Set<ActivityKind> KINDS = Stream.concat(
                    MOVING.stream(),
                    Stream.of(
                            ActivityKind.MESSAGE_SENT,
                            ActivityKind.TICKET_RESOLVED,
                            ActivityKind.CHAT_MISSED,
                            ActivityKind.CALL_MISSED))
            .collect(Collectors.toUnmodifiableSet());

    private final Router router;
    private final OfferStore offers;
    private final RoutingSettingStore settings;

    RoutingReader(Router router, OfferStore offers, RoutingSettingStore settings) {
        this.router = router;
        this.offers = offers;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "routing";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return KINDS;
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        List<Recorded> ours = page.stream().filter(line -> !line.imported()).toList();
        if (ours.isEmpty()) {
            return;
        }
        UUID workspace = ours.getFirst().workspace();
        Actor by = Actor.system(workspace);
        Map<UUID, Instant> ended = new HashMap<>();
        for (Recorded line : ours) {
            if (line.kind() == ActivityKind.MESSAGE_SENT || line.kind() == ActivityKind.TICKET_RESOLVED) {
                if (line.agent() != null) {
                    ended.put(Objects.requireNonNull(line.agent()), line.at());
                }
            } else if (line.agent() != null && line.kind() == ActivityKind.CHAT_MISSED) {
                router.missed(by, line.agent(), PresenceChannel.CHAT);
            } else if (line.agent() != null && line.kind() == ActivityKind.CALL_MISSED) {
                router.missed(by, line.agent(), PresenceChannel.CALL);
            }
        }
        if (!ended.isEmpty()) {
            RoutingSettings numbers = settings.of(workspace);
            ended.replaceAll((agent, at) -> at.plus(numbers.breathing()));
            offers.breathe(workspace, ended);
        }
        if (ours.stream().anyMatch(line -> MOVING.contains(line.kind()))) {
            router.route(by);
        }
    }
}
