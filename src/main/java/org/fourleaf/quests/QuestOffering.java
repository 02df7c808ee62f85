package org.fourleaf.quests;

import java.util.List;
import java.util.Map;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes quests for whoever furnishes a workspace. */
@Component
@Transactional
public class QuestOffering {

    /** One step: an activity, so and so often. @param activity the kind's name, such as {@code ticket.resolved} */
    public record Offer(String name, String text, String picture, String activity, int count, int points, int coins) {}

    private final QuestEditing editing;

    QuestOffering(QuestEditing editing) {
        this.editing = editing;
    }

    /** For all, every week anew. @param language of its words */
    public void weekly(Actor by, Offer offer, String language) {
        editing.add(
                by,
                new Quest(
                        "",
                        0,
                        false,
                        offer.picture,
                        Map.of(language, new Quest.Words(offer.name, offer.text)),
                        List.of(new QuestStep("step-1", offer.activity, offer.count, null, null, null, null, null)),
                        QuestRhythm.WEEKLY,
                        offer.points,
                        offer.coins,
                        true,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        1),
                language);
    }
}
