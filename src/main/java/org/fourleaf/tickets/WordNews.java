package org.fourleaf.tickets;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.live.LiveEvent;
import org.fourleaf.platform.live.LiveNews;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Tells browsers that the words they offer for tickets changed: tags, fields, dispositions, sub-statuses, types. */
@Component
class WordNews implements LiveNews {

    private static final Set<ActivityKind> WORDS = Set.of(
            ActivityKind.TAG_CHANGED,
            ActivityKind.TAGS_MERGED,
            ActivityKind.FIELD_CHANGED,
            ActivityKind.CHOICE_CHANGED,
            ActivityKind.RESOLVE_RULE_CHANGED);

    @Override
    public List<LiveEvent> of(UUID workspace, List<Recorded> lines) {
        return lines.stream().anyMatch(line -> WORDS.contains(line.kind()))
                ? List.of(new LiveEvent("words.changed", Map.of(), null, null))
                : List.of();
    }
}
