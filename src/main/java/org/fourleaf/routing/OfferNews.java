package org.fourleaf.routing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.live.LiveEvent;
import org.fourleaf.platform.live.LiveNews;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Tells an agent's browsers that what is offered to them changed. */
@Component
class OfferNews implements LiveNews {

    private static final Set<ActivityKind> OFFERS = Set.of(
            ActivityKind.TICKET_OFFERED,
            ActivityKind.OFFER_ACCEPTED,
            ActivityKind.OFFER_DECLINED,
            ActivityKind.OFFER_MISSED,
            ActivityKind.OFFER_WITHDRAWN);

    @Override
    public List<LiveEvent> of(UUID workspace, List<Recorded> lines) {
        Set<UUID> agents = new LinkedHashSet<>();
        for (Recorded line : lines) {
            if (OFFERS.contains(line.kind()) && line.agent() != null) {
                agents.add(line.agent());
            }
        }
        return agents.stream()
                .map(agent -> new LiveEvent("offers.changed", Map.of(), null, agent))
                .toList();
    }
}
