package org.fourleaf.quests;

import java.util.List;
import java.util.Map;
import org.fourleaf.boards.BoardSpan;
import org.fourleaf.game.QualityGate;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes quests for whoever furnishes a workspace. */
@Component
@Transactional
public class QuestOffering {

    /** One step: an activity, so and so often. @param activity the kind's name, such as {@code ticket.resolved} */
    public record Offer(String name, String text, String picture, String activity, int count, int points, int coins) {}

    /** One step: at least so much of a metric, this month. @param metric one of boards */
    public record Aim(String name, String text, String picture, String metric, double value, int points, int coins) {}

    private final QuestEditing editing;

    QuestOffering(QuestEditing editing) {
        this.editing = editing;
    }

    /** For all, every week anew. @param language of its words */
    public void weekly(Actor by, Offer offer, String language) {
        QuestStep step = QuestStep.of("step-1", offer.activity, offer.count);
        Quest.Words words = new Quest.Words(offer.name, offer.text);
        add(by, offer.picture, words, step, QuestRhythm.WEEKLY, offer.points, offer.coins, language);
    }

    /** For all, every month anew. @param language of its words */
    public void monthly(Actor by, Aim aim, String language) {
        QuestMeasure measure = new QuestMeasure(aim.metric, QualityGate.Op.AT_LEAST, aim.value, BoardSpan.SEASON, 1);
        QuestStep step = new QuestStep("step-1", null, 1, null, null, null, null, null, measure);
        Quest.Words words = new Quest.Words(aim.name, aim.text);
        add(by, aim.picture, words, step, QuestRhythm.MONTHLY, aim.points, aim.coins, language);
    }

    private void add(
            Actor by,
            String picture,
            Quest.Words words,
            QuestStep step,
            QuestRhythm repeats,
            int points,
            int coins,
            String language) {
        editing.add(
                by,
                new Quest(
                        "",
                        0,
                        false,
                        picture,
                        Map.of(language, words),
                        List.of(step),
                        repeats,
                        points,
                        coins,
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
