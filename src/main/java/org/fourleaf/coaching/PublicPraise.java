package org.fourleaf.coaching;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Praise that all may read, as it reads now. */
@Component
@Transactional(readOnly = true)
public class PublicPraise {

    private final CoachingNoteStore store;

    PublicPraise(CoachingNoteStore store) {
        this.store = store;
    }

    /** What it says, by id; what was withdrawn, or was never public, is left out. */
    public Map<UUID, String> words(UUID workspace, Collection<UUID> ids) {
        Map<UUID, String> words = new HashMap<>();
        if (!ids.isEmpty()) {
            store.shared(workspace, ids).forEach(note -> words.put(note.id(), note.words()));
        }
        return words;
    }
}
