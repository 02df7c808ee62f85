package org.fourleaf.levels;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What levels are called, for whoever tells of them. */
@Component
@Transactional(readOnly = true)
public class LevelNames {

    private final AgentLevelStore levels;

    LevelNames(AgentLevelStore levels) {
        this.levels = levels;
    }

    /** In a language, as the workspace calls it; its id when there is none. */
    public String of(UUID workspace, String id, String language) {
        return levels.all(workspace).stream()
                .filter(level -> level.id().equals(id))
                .map(level -> level.words(language).name())
                .findFirst()
                .orElse(id);
    }
}
