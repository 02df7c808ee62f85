package org.fourleaf.badges;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Badges colleagues may be praised for in public: those everybody sees who holds, and that shame nobody. */
@Component
@Transactional(readOnly = true)
public class BadgeFaces {

    /** @param picture its name @param polarity positive or neutral */
    public record Face(String id, String name, String picture, String polarity) {}

    private final BadgeStore badges;

    BadgeFaces(BadgeStore badges) {
        this.badges = badges;
    }

    /** By id, named in a language. */
    public Map<String, Face> praised(UUID workspace, String language) {
        Map<String, Face> praised = new HashMap<>();
        for (Badge badge : badges.all(workspace)) {
            if (badge.visibility() == Visibility.EVERYONE && badge.polarity() != Polarity.NEGATIVE) {
                praised.put(
                        badge.id(),
                        new Face(
                                badge.id(),
                                badge.words(language).name(),
                                badge.picture(),
                                badge.polarity().json()));
            }
        }
        return praised;
    }
}
