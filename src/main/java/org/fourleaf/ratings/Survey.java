package org.fourleaf.ratings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.conditions.Conditions;

/**
 * A short survey that goes by mail after a ticket is resolved.
 *
 * @param delayMinutes so long after the ticket was resolved, if it still is
 * @param everyDays a customer who got it is left in peace for so long; 0 for every ticket
 * @param condition what the ticket must be like when it is sent
 * @param texts by language; what is not there is said in our own words
 * @param names what the ids in the condition are called
 * @param missing what the condition names that is gone: such a survey goes to nobody until it is mended
 */
public record Survey(
        UUID id,
        String name,
        Measure kind,
        boolean active,
        int delayMinutes,
        int everyDays,
        ConditionForm condition,
        Map<String, Texts> texts,
        Map<String, String> names,
        List<Conditions.Missing> missing,
        long version) {

    static final int SURVEYS_MAX = 50;
    static final int DELAY_MINUTES_MAX = 60 * 24 * 90;
    static final int EVERY_DAYS_MAX = 3_650;
    static final int TEXT_LENGTH_MAX = 500;

    /** What customers read in one language. */
    public record Texts(String question, String thanks) {}

    public Survey {
        texts = Map.copyOf(texts);
        names = Map.copyOf(names);
        missing = List.copyOf(missing);
    }

    String question(FeedbackWords words) {
        Texts own = texts.get(words.language());
        return own == null || own.question.isBlank() ? words.say("survey.question." + kind.json()) : own.question;
    }

    String thanks(FeedbackWords words) {
        Texts own = texts.get(words.language());
        return own == null || own.thanks.isBlank() ? words.say("survey.thanks") : own.thanks;
    }

    Survey with(Map<String, String> known, List<Conditions.Missing> gone) {
        return new Survey(id, name, kind, active, delayMinutes, everyDays, condition, texts, known, gone, version);
    }
}
