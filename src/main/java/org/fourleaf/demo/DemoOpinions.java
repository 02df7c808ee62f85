package org.fourleaf.demo;

import java.util.List;
import java.util.Map;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.platform.Actor;
import org.fourleaf.ratings.Measure;
import org.fourleaf.ratings.RatingSettings;
import org.fourleaf.ratings.SurveyEditing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers ask how they were, and two surveys are there. What customers said lies in the log, like all that happened. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoOpinions {

    /** Their names, by the language of the workspace. */
    private record Names(String satisfied, String recommend) {}

    private static final Names ENGLISH = new Names("Happy with the answer?", "Would you recommend us?");
    private static final Map<String, Names> NAMES = Map.of(
            "lt", new Names("Ar patenkinti atsakymu?", "Ar mus rekomenduotumėte?"),
            "el", new Names("Ικανοποιημένοι από την απάντηση;", "Θα μας συστήνατε;"),
            "zh", new Names("对答复满意吗？", "您会推荐我们吗？"));
    private static final ConditionForm EVERY_TICKET = new ConditionForm(List.of(), null, null, null, null);
    private static final int AN_HOUR = 60;
    private static final int A_DAY = 24 * AN_HOUR;
    private static final int A_MONTH = 30;
    private static final int A_QUARTER = 90;

    private final DemoStore store;
    private final RatingSettings settings;
    private final SurveyEditing surveys;

    DemoOpinions(DemoStore store, RatingSettings settings, SurveyEditing surveys) {
        this.store = store;
        this.settings = settings;
        this.surveys = surveys;
    }

    void make(Actor by) {
        Names names = NAMES.getOrDefault(store.language(by.workspace()), ENGLISH);
        settings.ask(by, true, null);
        surveys.add(by, survey(names.satisfied, Measure.CSAT, AN_HOUR, A_MONTH));
        surveys.add(by, survey(names.recommend, Measure.NPS, A_DAY, A_QUARTER));
    }

    private static SurveyEditing.Edit survey(String name, Measure kind, int delayMinutes, int everyDays) {
        return new SurveyEditing.Edit(name, kind, true, delayMinutes, everyDays, EVERY_TICKET, Map.of());
    }
}
