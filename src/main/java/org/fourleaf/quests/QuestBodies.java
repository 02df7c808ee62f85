package org.fourleaf.quests;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.boards.BoardSpan;
import org.fourleaf.boards.Standings;
import org.fourleaf.departments.Departments;
import org.fourleaf.game.QualityGate;
import org.fourleaf.people.AgentWords;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.Given;
import org.fourleaf.tickets.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes quests of what is sent. */
@Component
class QuestBodies {

    private static final int LANGUAGES_MAX = 10;
    private static final String STEP_ID = "[a-z0-9_-]{1,40}";
    private static final List<String> RATINGS = List.of("reward", "neutral", "rebuke");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    record Said(
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable @Size(max = Quest.TEXT_LENGTH_MAX) String text) {}

    /** @param window all time unless said @param minimumSample one unless said */
    record Measure(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String metric,
            QualityGate.@NotNull Op op,
            @NotNull Double value,
            @Nullable BoardSpan window,

            @Nullable @Min(1) @Max(QuestMeasure.SAMPLE_MAX) Integer minimumSample) {}

    /**
     * @param id of a step that stays; none for a new one
     * @param activity or {@code measure}
     * @param count how often, once unless said
     * @param department an id or a name, like {@code tag}
     */
    record Step(
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String id,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String activity,
            @Nullable @Min(1) @Max(QuestStep.COUNT_MAX) Integer count,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String department,
            @Nullable Channel channel,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String tag,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String rating,
            @Nullable Boolean mention,
            @Nullable @Valid Measure measure) {}

    /** What a quest is to be like; of a change, only what is there changes. */
    record Wanted(
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable @Size(max = Quest.TEXT_LENGTH_MAX) String text,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String picture,
            @Nullable @Size(max = LANGUAGES_MAX) Map<String, @Valid @NotNull Said> texts,
            @Nullable @Size(max = QuestStep.STEPS_MAX) List<@Valid @NotNull Step> steps,
            @Nullable QuestRhythm repeats,
            @Nullable @Min(0) @Max(Quest.AMOUNT_MAX) Integer points,
            @Nullable @Min(0) @Max(Quest.AMOUNT_MAX) Integer coins,
            @Nullable Boolean active,
            Given<LocalDate> from,
            Given<LocalDate> until,

            @Nullable @Size(max = Quest.DEPARTMENTS_MAX)
            List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> departments,

            Given<@Min(1) @Max(Quest.NEWCOMER_DAYS_MAX) Integer> newcomerDays) {}

    private final QuestStore store;
    private final Departments departments;

    QuestBodies(QuestStore store, Departments departments) {
        this.store = store;
        this.departments = departments;
    }

    /** What a new one is like unless said otherwise. */
    static Quest plain() {
        return new Quest(
                "",
                0,
                false,
                "flag",
                Map.of(),
                List.of(),
                QuestRhythm.ONCE,
                0,
                0,
                true,
                null,
                null,
                List.of(),
                null,
                null,
                1);
    }

    /** @param language what a name and text without language are in */
    Quest on(Actor by, Quest was, Wanted wanted, String language) {
        return new Quest(
                was.id(),
                was.place(),
                was.shipped(),
                Objects.requireNonNullElse(wanted.picture, was.picture()),
                words(was, wanted, language),
                wanted.steps == null ? was.steps() : steps(by, wanted.steps),
                Objects.requireNonNullElse(wanted.repeats, was.repeats()),
                Objects.requireNonNullElse(wanted.points, was.points()),
                Objects.requireNonNullElse(wanted.coins, was.coins()),
                Objects.requireNonNullElse(wanted.active, was.active()),
                day(wanted.from.or(was.from()), "/from"),
                day(wanted.until.or(was.until()), "/until"),
                wanted.departments == null
                        ? was.departments()
                        : wanted.departments.stream()
                                .map(each -> department(by, each, "/departments"))
                                .distinct()
                                .toList(),
                wanted.newcomerDays.or(was.newcomerDays()),
                was.since(),
                was.version());
    }

    private static @Nullable LocalDate day(@Nullable LocalDate day, String pointer) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            throw Refusal.invalid(pointer, "A day from " + EARLIEST + " to " + LATEST + ".");
        }
        return day;
    }

    private List<QuestStep> steps(Actor by, List<Step> wanted) {
        List<QuestStep> steps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        wanted.forEach(step -> {
            if (step.id != null && !ids.add(step.id)) {
                throw Refusal.invalid("/steps", "Two steps have the id " + step.id + ".");
            }
        });
        for (int i = 0; i < wanted.size(); i++) {
            steps.add(step(by, wanted.get(i), "/steps/" + i, ids));
        }
        return steps;
    }

    private QuestStep step(Actor by, Step wanted, String pointer, Set<String> ids) {
        String id = wanted.id;
        if (id == null) {
            int number = 1;
            while (!ids.add("step-" + number)) {
                number++;
            }
            id = "step-" + number;
        } else if (!id.matches(STEP_ID)) {
            throw Refusal.malformed(pointer + "/id", "Small letters, digits and hyphens.");
        }
        if (wanted.measure != null) {
            return new QuestStep(id, null, 1, null, null, null, null, null, measure(wanted, wanted.measure, pointer));
        }
        QuestActivity activity = QuestActivity.named(wanted.activity == null ? "" : wanted.activity)
                .orElseThrow(() -> Refusal.invalid(
                        pointer + "/activity",
                        "One of " + String.join(", ", QuestActivity.names()) + ", or a measure instead."));
        must(activity, QuestActivity.Filter.DEPARTMENT, wanted.department, pointer);
        must(activity, QuestActivity.Filter.CHANNEL, wanted.channel, pointer);
        must(activity, QuestActivity.Filter.TAG, wanted.tag, pointer);
        must(activity, QuestActivity.Filter.RATING, wanted.rating, pointer);
        must(activity, QuestActivity.Filter.MENTION, Boolean.TRUE.equals(wanted.mention) ? true : null, pointer);
        if (wanted.rating != null && !RATINGS.contains(wanted.rating)) {
            throw Refusal.invalid(pointer + "/rating", "One of " + String.join(", ", RATINGS) + ".");
        }
        return new QuestStep(
                id,
                activity.kind().stored(),
                wanted.count == null ? 1 : wanted.count,
                wanted.department == null ? null : department(by, wanted.department, pointer + "/department"),
                wanted.channel,
                wanted.tag == null
                        ? null
                        : store.tag(by.workspace(), wanted.tag, Texts.key(wanted.tag))
                                .orElseThrow(() -> Refusal.invalid(pointer + "/tag", "There is no such tag.")),
                wanted.rating,
                Boolean.TRUE.equals(wanted.mention) ? true : null,
                null);
    }

    private static QuestMeasure measure(Step step, Measure wanted, String pointer) {
        bare("activity", step.activity, pointer);
        bare("department", step.department, pointer);
        bare("channel", step.channel, pointer);
        bare("tag", step.tag, pointer);
        bare("rating", step.rating, pointer);
        bare("mention", Boolean.TRUE.equals(step.mention) ? true : null, pointer);
        bare("count", step.count == null || step.count == 1 ? null : step.count, pointer);
        if (Standings.measure(wanted.metric).isEmpty()) {
            throw Refusal.invalid(
                    pointer + "/measure/metric", "points, or a metric of GET /badge-metrics that is not drawn.");
        }
        if (!(Math.abs(wanted.value) <= QuestMeasure.VALUE_MAX)) {
            throw Refusal.invalid(pointer + "/measure/value", "At most a thousand million.");
        }
        BoardSpan window = Objects.requireNonNullElse(wanted.window, BoardSpan.ALL_TIME);
        if (!QuestMeasure.WINDOWS.contains(window)) {
            throw Refusal.invalid(
                    pointer + "/measure/window", "One of today, week, 7_days, 30_days, season, all_time.");
        }
        return new QuestMeasure(
                wanted.metric, wanted.op, wanted.value, window, Objects.requireNonNullElse(wanted.minimumSample, 1));
    }

    private static void bare(String field, @Nullable Object wanted, String pointer) {
        if (wanted != null) {
            throw Refusal.invalid(pointer + "/" + field, "A measure has no " + field + " to ask for.");
        }
    }

    private static void must(
            QuestActivity activity, QuestActivity.Filter filter, @Nullable Object wanted, String pointer) {
        if (wanted != null && !activity.knows(filter)) {
            String name = filter.name().toLowerCase(Locale.ROOT);
            throw Refusal.invalid(pointer + "/" + name, activity.kind().stored() + " has no " + name + " to ask for.");
        }
    }

    private UUID department(Actor by, String reference, String pointer) {
        return departments
                .find(by, reference)
                .orElseThrow(() -> Refusal.invalid(pointer, "There is no such department."));
    }

    private static Map<String, Quest.Words> words(Quest was, Wanted wanted, String language) {
        Map<String, Quest.Words> words = new HashMap<>(was.texts());
        if (wanted.texts != null) {
            words.clear();
            wanted.texts.forEach((each, said) -> {
                if (!AgentWords.UI_LANGUAGES.contains(each)) {
                    throw Refusal.malformed("/texts", "Write in " + String.join(", ", AgentWords.UI_LANGUAGES) + ".");
                }
                words.put(
                        each,
                        new Quest.Words(
                                said.name == null ? "" : Texts.line(said.name),
                                said.text == null ? "" : Texts.line(said.text)));
            });
        }
        if (wanted.name != null || wanted.text != null) {
            Quest.Words there = words.getOrDefault(language, new Quest.Words("", ""));
            words.put(
                    language,
                    new Quest.Words(
                            wanted.name == null ? there.name() : Texts.name(wanted.name, "/name"),
                            wanted.text == null ? there.text() : Texts.line(wanted.text)));
        }
        return words;
    }
}
