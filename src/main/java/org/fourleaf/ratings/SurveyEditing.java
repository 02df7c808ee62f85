package org.fourleaf.ratings;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fourleaf.conditions.Condition;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.conditions.Conditions;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Surveys are read, added, edited and deleted by whoever manages ratings. */
@Component
@Transactional
public class SurveyEditing {

    /** What becomes of a survey. @param kind can't be changed later: its answers are on that scale */
    public record Edit(
            String name,
            Measure kind,
            boolean active,
            int delayMinutes,
            int everyDays,
            ConditionForm condition,
            Map<String, Survey.Texts> texts) {}

    private final SurveyStore store;
    private final Conditions conditions;
    private final FeedbackLinks links;
    private final Log log;
    private final Clock clock;

    SurveyEditing(SurveyStore store, Conditions conditions, FeedbackLinks links, Log log, Clock clock) {
        this.store = store;
        this.conditions = conditions;
        this.links = links;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Survey> all(Actor by) {
        by.mustHave(Permission.RATINGS_MANAGE);
        return store.all(by.workspace()).stream()
                .map(survey -> shown(by, survey))
                .toList();
    }

    @Transactional(readOnly = true)
    Survey readable(Actor by, UUID id) {
        by.mustHave(Permission.RATINGS_MANAGE);
        return store.find(by.workspace(), id)
                .map(survey -> shown(by, survey))
                .orElseThrow(() -> Refusal.notFound("survey"));
    }

    /** @throws Refusal conflict when there are too many, or one of the name */
    public UUID add(Actor by, Edit wanted) {
        by.mustHave(Permission.RATINGS_MANAGE);
        if (store.all(by.workspace()).size() >= Survey.SURVEYS_MAX) {
            throw Refusal.conflict("too-many", "There may be " + Survey.SURVEYS_MAX + " surveys at most.");
        }
        links.makePossible(by.workspace());
        Survey survey = survey(by, Ids.next(), wanted, 1);
        try {
            store.insert(by.workspace(), survey, clock.instant());
        } catch (DuplicateKeyException e) {
            throw taken();
        }
        log.write(by, new SurveyChanged(survey.id(), true));
        return survey.id();
    }

    /** @throws Refusal stale when a version is expected and another is there */
    void change(Actor by, UUID id, @Nullable Long expectedVersion, UnaryOperator<Edit> change) {
        by.mustHave(Permission.RATINGS_MANAGE);
        Survey was = store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("survey"));
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw Refusal.stale();
        }
        Edit wanted = change.apply(new Edit(
                was.name(),
                was.kind(),
                was.active(),
                was.delayMinutes(),
                was.everyDays(),
                was.condition(),
                was.texts()));
        try {
            if (!store.update(by.workspace(), survey(by, id, wanted, was.version()))) {
                throw Refusal.stale();
            }
        } catch (DuplicateKeyException e) {
            throw taken();
        }
        log.write(by, new SurveyChanged(id, false));
    }

    void delete(Actor by, UUID id) {
        by.mustHave(Permission.RATINGS_MANAGE);
        if (!store.delete(by.workspace(), id, clock.instant())) {
            throw Refusal.notFound("survey");
        }
        log.write(by, new SurveyDeleted(id));
    }

    private Survey survey(Actor by, UUID id, Edit wanted, long version) {
        Condition condition = conditions.read(by, wanted.condition, "/condition");
        return new Survey(
                id,
                wanted.name,
                wanted.kind,
                wanted.active,
                wanted.delayMinutes,
                wanted.everyDays,
                condition.form(),
                wanted.texts,
                Map.of(),
                List.of(),
                version);
    }

    private Survey shown(Actor by, Survey survey) {
        Condition condition = conditions.kept(survey.condition());
        Map<String, String> names = conditions.names(by, condition);
        return survey.with(names, conditions.missing(by, condition, names));
    }

    private static Refusal taken() {
        return Refusal.conflict("name-taken", "There is a survey of this name.");
    }
}
