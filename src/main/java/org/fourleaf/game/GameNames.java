package org.fourleaf.game;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What badges and levels are called, for whoever tells of them. */
@Component
@Transactional(readOnly = true)
public class GameNames {

    private final BadgeStore badges;
    private final AgentLevelStore levels;

    GameNames(BadgeStore badges, AgentLevelStore levels) {
        this.badges = badges;
        this.levels = levels;
    }

    /** In a language, as the workspace calls it; its id when it is gone. */
    public String badge(UUID workspace, String id, String language) {
        return badges.find(workspace, id)
                .map(badge -> badge.words(language).name())
                .orElse(id);
    }

    public String level(UUID workspace, String id, String language) {
        return levels.all(workspace).stream()
                .filter(level -> level.id().equals(id))
                .map(level -> level.words(language).name())
                .findFirst()
                .orElse(id);
    }
}
