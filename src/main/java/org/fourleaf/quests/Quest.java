package org.fourleaf.quests;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to do, in steps, and what it is worth.
 *
 * @param picture one of {@link #PICTURES}
 * @param texts in the workspace's own words, by language
 * @param from the first day it counts, none from ever; until the last one
 * @param departments for whoever is in one of them; empty for all
 * @param newcomerDays only for agents who came at most so many days before
 * @param since when it was switched on: what was before does not count
 */
record Quest(
        String id,
        int place,
        boolean shipped,
        String picture,
        Map<String, Words> texts,
        List<QuestStep> steps,
        QuestRhythm repeats,
        int points,
        int coins,
        boolean active,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<UUID> departments,
        @Nullable Integer newcomerDays,
        @Nullable Instant since,
        long version) {

    static final int QUESTS_MAX = 100;
    static final int TEXT_LENGTH_MAX = 500;
    static final int AMOUNT_MAX = 100_000;
    static final int DEPARTMENTS_MAX = 50;
    static final int NEWCOMER_DAYS_MAX = 3_650;
    static final List<String> PICTURES =
            List.of("compass", "flame", "flag", "star", "mountain", "key", "boat", "bulb", "rocket", "puzzle");

    /** What it is called and what it is for. */
    record Words(String name, String text) {}

    /** Somebody it may be for. */
    record Audience(Instant joined, List<UUID> departments) {

        Audience {
            departments = List.copyOf(departments);
        }
    }

    Quest {
        texts = Map.copyOf(texts);
        steps = List.copyOf(steps);
        departments = List.copyOf(departments);
    }

    boolean runsOn(LocalDate day) {
        return active && (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** Whether it is completed by figures too, not by acts alone. */
    boolean isMeasured() {
        return steps.stream().anyMatch(step -> step.measure() != null);
    }

    /** Whether one must know the agent to say whom it is for. */
    boolean isChoosy() {
        return newcomerDays != null || !departments.isEmpty();
    }

    boolean isFor(Audience agent, Instant at) {
        return (newcomerDays == null || at.isBefore(agent.joined().plus(Duration.ofDays(newcomerDays))))
                && (departments.isEmpty() || departments.stream().anyMatch(agent.departments()::contains));
    }

    /** In a language, else in ours of that language, else in English, else in any. */
    Words words(String language) {
        Words own = texts.get(language);
        Words ours = ShippedQuests.words(id, language);
        Words any = texts.values().stream().findFirst().orElse(new Words(id, ""));
        Words fallback = ours != null ? ours : texts.getOrDefault("en", any);
        if (own == null) {
            return fallback;
        }
        return new Words(own.name.isBlank() ? fallback.name : own.name, own.text.isBlank() ? fallback.text : own.text);
    }

    Quest as(String slug, int at) {
        return new Quest(
                slug,
                at,
                shipped,
                picture,
                texts,
                steps,
                repeats,
                points,
                coins,
                active,
                from,
                until,
                departments,
                newcomerDays,
                since,
                version);
    }

    Quest countingSince(@Nullable Instant moment) {
        return new Quest(
                id,
                place,
                shipped,
                picture,
                texts,
                steps,
                repeats,
                points,
                coins,
                active,
                from,
                until,
                departments,
                newcomerDays,
                moment,
                version);
    }
}
