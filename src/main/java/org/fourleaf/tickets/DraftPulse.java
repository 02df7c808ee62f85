package org.fourleaf.tickets;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.live.LiveEvent;
import org.fourleaf.platform.live.LivePulse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells an agent's other windows that a draft was saved. Not by the log: a draft is saved with every pause, and no figure counts it. */
@Component
class DraftPulse implements LivePulse {

    private static final int EVENTS_MAX = 500;

    private final DraftQuery drafts;

    DraftPulse(DraftQuery drafts) {
        this.drafts = drafts;
    }

    @Override
    @Transactional(readOnly = true)
    public Felt since(UUID workspace, @Nullable String mark) {
        String now = drafts.snapshot();
        List<DraftQuery.Saved> saved = mark == null ? List.of() : drafts.savedSince(workspace, mark, EVENTS_MAX);
        return new Felt(
                saved.stream()
                        .map(draft -> new LiveEvent(
                                "draft.changed",
                                Map.of(
                                        "code",
                                        draft.code(),
                                        "type",
                                        draft.type().json(),
                                        "version",
                                        draft.version()),
                                null,
                                draft.agent()))
                        .toList(),
                now);
    }
}
