package org.fourleaf.badges;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What badges are called, for whoever tells of them. */
@Component
@Transactional(readOnly = true)
public class BadgeNames {

    private final BadgeStore badges;

    BadgeNames(BadgeStore badges) {
        this.badges = badges;
    }

    /** In a language, as the workspace calls it; its id when it is gone. */
    public String of(UUID workspace, String id, String language) {
        return badges.find(workspace, id)
                .map(badge -> badge.words(language).name())
                .orElse(id);
    }
}
