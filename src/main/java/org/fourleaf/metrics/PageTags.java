package org.fourleaf.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.metrics.CaseFileStore.Tagging;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * Which tags the tickets of a page have before it and after it. Besides the tags, each ticket is among all tickets
 * ({@link Tallies#UNTAGGED}).
 */
final class PageTags {

    private record Place(UUID ticket, UUID tag) {}

    private final Map<UUID, Set<UUID>> before = new HashMap<>();
    private final Map<UUID, Set<UUID>> after = new HashMap<>();
    private final Map<Place, Tagging> changed = new HashMap<>();
    private final Set<UUID> moved = new HashSet<>();

    private PageTags() {}

    static PageTags of(List<Tagging> known, List<Recorded> page) {
        PageTags tags = new PageTags();
        Map<Place, Tagging> last = new HashMap<>();
        known.forEach(tagging -> last.put(new Place(tagging.ticket(), tagging.tag()), tagging));
        last.values().forEach(tagging -> put(tags.before, tagging));
        for (Recorded line : page) {
            Tagging said = of(line);
            if (said != null) {
                Place place = new Place(said.ticket(), said.tag());
                Tagging was = last.get(place);
                if (was == null || said.isAfter(was)) {
                    last.put(place, said);
                    tags.changed.put(place, said);
                }
            }
        }
        last.values().forEach(tagging -> put(tags.after, tagging));
        tags.changed.keySet().forEach(place -> {
            if (!tags.gained(place.ticket).isEmpty() || !tags.lost(place.ticket).isEmpty()) {
                tags.moved.add(place.ticket);
            }
        });
        return tags;
    }

    private static @Nullable Tagging of(Recorded line) {
        boolean on = line.kind() == ActivityKind.TICKET_TAGGED;
        if (line.ticket() == null || (!on && line.kind() != ActivityKind.TICKET_UNTAGGED)) {
            return null;
        }
        UUID tag = UUID.fromString(line.facts().path("tag").asString());
        return new Tagging(line.ticket(), tag, CaseEvent.micros(line.at()), line.seq(), on);
    }

    private static void put(Map<UUID, Set<UUID>> tags, Tagging tagging) {
        if (tagging.on()) {
            tags.computeIfAbsent(tagging.ticket(), ticket -> new HashSet<>()).add(tagging.tag());
        }
    }

    List<UUID> before(UUID ticket) {
        return all(before.get(ticket));
    }

    List<UUID> after(@Nullable UUID ticket) {
        return all(ticket == null ? null : after.get(ticket));
    }

    Set<UUID> gained(@Nullable UUID ticket) {
        return difference(ticket, after, before);
    }

    Set<UUID> lost(@Nullable UUID ticket) {
        return difference(ticket, before, after);
    }

    /** The tickets whose tags are others after the page. */
    Set<UUID> moved() {
        return moved;
    }

    List<Tagging> changed() {
        return List.copyOf(changed.values());
    }

    private static List<UUID> all(@Nullable Set<UUID> tags) {
        if (tags == null) {
            return Tallies.UNTAGGED;
        }
        List<UUID> all = new ArrayList<>(tags);
        all.addAll(Tallies.UNTAGGED);
        return all;
    }

    private static Set<UUID> difference(
            @Nullable UUID ticket, Map<UUID, Set<UUID>> ofThese, Map<UUID, Set<UUID>> without) {
        if (ticket == null) {
            return Set.of();
        }
        Set<UUID> difference = new HashSet<>(ofThese.getOrDefault(ticket, Set.of()));
        difference.removeAll(without.getOrDefault(ticket, Set.of()));
        return difference;
    }
}
