package org.fourleaf.attention;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sums what the log says of looking, imported lines too, a ticket and agent a row. */
@Component
class ViewTimeSums implements LogReader {

    /** In one order always, so that two nodes that sum at once never wait for each other in a circle. */
    private record Place(UUID ticket, UUID agent) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int first = ticket.compareTo(other.ticket);
            return first == 0 ? agent.compareTo(other.agent) : first;
        }
    }

    private final ViewTimeStore store;

    ViewTimeSums(ViewTimeStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "view-time";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return Set.of(ActivityKind.TICKET_VIEWED);
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        Map<Place, Long> sums = new TreeMap<>();
        for (Recorded line : page) {
            JsonNode seconds = line.facts().get("seconds");
            if (line.ticket() != null && line.agent() != null && seconds != null) {
                sums.merge(new Place(line.ticket(), line.agent()), seconds.asLong(), Long::sum);
            }
        }
        UUID workspace = page.getFirst().workspace();
        sums.forEach((place, seconds) -> store.sum(workspace, place.ticket, place.agent, seconds));
    }
}
