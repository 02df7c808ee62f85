package org.fourleaf.ratings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Surveys over HTTP. */
@RestController
@RequestMapping("/api/v1/surveys")
class SurveyController {

    private static final int DELAY_MINUTES_USUALLY = 60;
    private static final int EVERY_DAYS_USUALLY = 30;
    /** Fits every ticket. */
    private static final ConditionForm ALWAYS = new ConditionForm(List.of(), null, null, null, null);

    record Said(
            @Nullable @Size(max = Survey.TEXT_LENGTH_MAX) String question,
            @Nullable @Size(max = Survey.TEXT_LENGTH_MAX) String thanks) {}

    /**
     * @param kind csat, nps or ces
     * @param active no unless said otherwise
     * @param delayMinutes an hour unless said otherwise
     * @param everyDays 30 unless said otherwise; 0 for every ticket
     * @param condition every ticket unless said otherwise
     * @param texts by language: en, lt, el, zh
     */
    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @NotNull Measure kind,
            @Nullable Boolean active,
            @Nullable @Min(0) @Max(Survey.DELAY_MINUTES_MAX) Integer delayMinutes,
            @Nullable @Min(0) @Max(Survey.EVERY_DAYS_MAX) Integer everyDays,
            @Nullable ConditionForm condition,
            @Nullable Map<String, @Valid @NotNull Said> texts) {}

    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable Boolean active,
            @Nullable @Min(0) @Max(Survey.DELAY_MINUTES_MAX) Integer delayMinutes,
            @Nullable @Min(0) @Max(Survey.EVERY_DAYS_MAX) Integer everyDays,
            @Nullable ConditionForm condition,
            @Nullable Map<String, @Valid @NotNull Said> texts) {}

    private final SurveyEditing surveys;
    private final SurveySendingListQuery sendings;

    SurveyController(SurveyEditing surveys, SurveySendingListQuery sendings) {
        this.surveys = surveys;
        this.sendings = sendings;
    }

    @GetMapping
    Page<Survey> list(Actor by) {
        return new Page<>(surveys.all(by), null);
    }

    @GetMapping("/{id}")
    ResponseEntity<Survey> get(Actor by, @PathVariable UUID id) {
        return answer(surveys.readable(by, id));
    }

    @PostMapping
    ResponseEntity<Survey> add(Actor by, @Valid @RequestBody Wanted wanted) {
        if (wanted.kind == Measure.RATING) {
            throw Refusal.malformed("/kind", "A survey is csat, nps or ces.");
        }
        UUID id = surveys.add(
                by,
                new SurveyEditing.Edit(
                        Texts.name(wanted.name, "/name"),
                        wanted.kind,
                        Boolean.TRUE.equals(wanted.active),
                        wanted.delayMinutes == null ? DELAY_MINUTES_USUALLY : wanted.delayMinutes,
                        wanted.everyDays == null ? EVERY_DAYS_USUALLY : wanted.everyDays,
                        wanted.condition == null ? ALWAYS : wanted.condition,
                        wanted.texts == null ? Map.of() : texts(wanted.texts)));
        Survey made = surveys.readable(by, id);
        return ResponseEntity.created(URI.create("/api/v1/surveys/" + id))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    /** The kind stays: answers are on its scale. Texts are replaced as a whole. */
    @PatchMapping("/{id}")
    ResponseEntity<Survey> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        surveys.change(
                by,
                id,
                ETags.expected(ifMatch),
                was -> new SurveyEditing.Edit(
                        change.name == null ? was.name() : Texts.name(change.name, "/name"),
                        was.kind(),
                        change.active == null ? was.active() : change.active,
                        change.delayMinutes == null ? was.delayMinutes() : change.delayMinutes,
                        change.everyDays == null ? was.everyDays() : change.everyDays,
                        change.condition == null ? was.condition() : change.condition,
                        change.texts == null ? was.texts() : texts(change.texts)));
        return answer(surveys.readable(by, id));
    }

    /** To whom it went, to whom not and why, the newest first. */
    @GetMapping("/{id}/sendings")
    Page<SurveySendingCard> sendings(Actor by, @PathVariable UUID id, Slice slice) {
        return sendings.page(by, surveys.readable(by, id).id(), slice);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        surveys.delete(by, id);
        return ResponseEntity.noContent().build();
    }

    private static Map<String, Survey.Texts> texts(Map<String, Said> said) {
        Map<String, Survey.Texts> texts = new LinkedHashMap<>();
        said.forEach((language, one) -> {
            if (!FeedbackWords.LANGUAGES.contains(language)) {
                throw Refusal.malformed("/texts", "Write in " + String.join(", ", FeedbackWords.LANGUAGES) + ".");
            }
            texts.put(language, new Survey.Texts(line(one.question), line(one.thanks)));
        });
        return texts;
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : Texts.line(text);
    }

    private static ResponseEntity<Survey> answer(Survey survey) {
        return ResponseEntity.ok().eTag(ETags.of(survey.version())).body(survey);
    }
}
