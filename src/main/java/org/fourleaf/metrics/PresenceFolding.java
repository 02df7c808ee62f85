package org.fourleaf.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.metrics.PresenceSpanStore.Stretch;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Tells the spans of the agents in a page anew, from their first new word to the next after their last that settles all channels. */
@Component
class PresenceFolding {

    private final PresenceSpanStore store;

    PresenceFolding(PresenceSpanStore store) {
        this.store = store;
    }

    void fold(UUID workspace, List<Recorded> page) {
        List<PresenceMark> marks = page.stream()
                .map(PresenceMark::of)
                .filter(Objects::nonNull)
                .sorted(PresenceMark.IN_ORDER)
                .toList();
        if (marks.isEmpty()) {
            return;
        }
        Map<UUID, Stretch> said = new HashMap<>();
        for (PresenceMark mark : marks) {
            said.merge(
                    mark.agent(),
                    new Stretch(mark.agent(), mark.at(), mark.at()),
                    (was, is) -> new Stretch(was.agent(), was.from(), is.to()));
        }
        store.save(workspace, marks);
        List<Stretch> stretches = store.upToTheNextWordForAll(workspace, List.copyOf(said.values()));
        Map<UUID, List<PresenceMark>> before = byAgent(store.before(workspace, stretches));
        Map<UUID, List<PresenceMark>> within = byAgent(store.within(workspace, stretches));
        List<PresenceSpan> spans = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Instant from = stretch.from();
            spans.addAll(PresenceSpan.between(
                    from,
                    stretch.to(),
                    before.getOrDefault(stretch.agent(), List.of()),
                    within.getOrDefault(stretch.agent(), List.of())));
        }
        store.replace(workspace, stretches, spans);
    }

    private static Map<UUID, List<PresenceMark>> byAgent(List<PresenceMark> marks) {
        return marks.stream().sorted(PresenceMark.IN_ORDER).collect(Collectors.groupingBy(PresenceMark::agent));
    }
}
