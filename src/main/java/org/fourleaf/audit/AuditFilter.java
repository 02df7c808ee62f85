package org.fourleaf.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.web.CommonEraTime;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are wanted.
 *
 * @param who did it
 * @param kinds empty for all
 */
record AuditFilter(
        @Nullable UUID who,
        List<Integer> kinds,
        @Nullable Instant from,
        @Nullable Instant to) {

    private static final int KINDS_MAX = 50;

    AuditFilter {
        kinds = List.copyOf(kinds);
    }

    /** @throws Refusal malformed, naming the parameter */
    static AuditFilter of(
            Actor by,
            Agents agents,
            @Nullable String who,
            @Nullable String kind,
            @Nullable String from,
            @Nullable String to) {
        UUID agent = who == null || who.isBlank()
                ? null
                : agents.find(by, who)
                        .orElseThrow(() -> Refusal.malformed("who", "There is no such agent."))
                        .id();
        return new AuditFilter(agent, kinds(kind), moment("from", from), moment("to", to));
    }

    private static List<Integer> kinds(@Nullable String names) {
        List<Integer> kinds = new ArrayList<>();
        if (names == null || names.isBlank()) {
            return kinds;
        }
        for (String name : names.split(",", KINDS_MAX + 1)) {
            ActivityKind kind = ActivityKind.ofStored(name.strip());
            if (kind == null || kind.code() < ActivityKind.FIRST_ADMINISTRATIVE_CODE || kinds.size() == KINDS_MAX) {
                throw Refusal.malformed("kind", "Name administrative kinds such as agent.added, by comma.");
            }
            kinds.add(kind.code());
        }
        return kinds;
    }

    private static @Nullable Instant moment(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return CommonEraTime.checked(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw Refusal.malformed(name, "This must be a time such as 2026-03-02T09:15:00Z, or a date.");
        }
    }
}
