package org.fourleaf.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.fourleaf.calendars.BusinessHours;
import org.fourleaf.tickets.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * Who plays, by id: the people and departments as they stand in the workspace.
 *
 * @param host the owner who signed up, who has tickets but no shifts
 * @param hours by department; none for one without a calendar
 * @param files by name, their bytes stored already
 */
record Cast(
        Map<String, UUID> departments,
        Map<UUID, BusinessHours> hours,
        List<Member> members,
        Map<String, Person> people,
        Map<String, UUID> tags,
        Map<String, Attachment> files,
        Member host) {

    private static final long SOON_SECONDS = 40 * 60;

    /** An agent with the days they worked. */
    record Member(UUID id, String name, Company.Colleague who, Rota rota) {

        /** From 0.6, quick, to 1.6, slow. */
        double slowness() {
            return 1.6 - who.temperament().speed();
        }
    }

    /** A customer. */
    record Person(UUID id, @Nullable UUID company, Company.Client who) {}

    /** Somebody takes up work at some moment. */
    record Duty(Member member, Instant at) {}

    UUID department(String key) {
        return Objects.requireNonNull(departments.get(key), key);
    }

    /** Who of the department answers in the language first from then on; one of several who could soon, by chance. */
    @Nullable
    Duty nextFor(String department, String language, Instant from, Chance chance) {
        for (Predicate<Member> fits : List.<Predicate<Member>>of(
                member -> member.who.solvesIn(department)
                        && member.who.languages().contains(language),
                member ->
                        member.who.solvesIn("support") && member.who.languages().contains(language),
                member -> member.who.solvesIn(department))) {
            List<Member> candidates = members.stream().filter(fits).toList();
            if (!candidates.isEmpty()) {
                return soonest(candidates, from, chance);
            }
        }
        return null;
    }

    private static @Nullable Duty soonest(List<Member> candidates, Instant from, Chance chance) {
        Map<Member, Instant> free = new HashMap<>();
        Instant first = null;
        for (Member candidate : candidates) {
            Instant at = candidate.rota.next(from);
            if (at != null) {
                free.put(candidate, at);
                first = first == null || at.isBefore(first) ? at : first;
            }
        }
        if (first == null) {
            return null;
        }
        Instant soon = first.plusSeconds(SOON_SECONDS);
        List<Member> ready = candidates.stream()
                .filter(candidate -> free.containsKey(candidate)
                        && !Objects.requireNonNull(free.get(candidate)).isAfter(soon))
                .toList();
        double[] weights = ready.stream()
                .mapToDouble(member -> 0.4 + member.who.temperament().speed())
                .toArray();
        Member chosen = ready.get(chance.weighted(weights));
        return new Duty(chosen, Objects.requireNonNull(free.get(chosen)));
    }
}
