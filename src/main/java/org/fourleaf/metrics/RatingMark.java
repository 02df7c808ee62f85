package org.fourleaf.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * A rating, or the word that one counts no more.
 *
 * @param ticket {@link Cell#NOBODY} without one
 * @param invalidates true for the word
 * @param rating reward, neutral or rebuke; a word need not say
 * @param name what an invalidation would call it by
 * @param given what an invalidation points to; none means the latest of the ticket
 */
record RatingMark(
        UUID ticket,
        long seq,
        Instant at,
        boolean invalidates,
        @Nullable String rating,
        @Nullable String name,
        @Nullable String given,
        UUID agent,
        UUID department,
        int channel) {

    private static final Comparator<RatingMark> IN_ORDER =
            Comparator.comparing(RatingMark::at).thenComparingLong(RatingMark::seq);

    static @Nullable RatingMark of(Recorded line) {
        boolean invalidates = line.kind() == ActivityKind.RATING_INVALIDATED;
        if (!invalidates && line.kind() != ActivityKind.RATING_GIVEN) {
            return null;
        }
        Cell cell = Cell.of(line);
        return new RatingMark(
                line.ticket() == null ? Cell.NOBODY : line.ticket(),
                line.seq(),
                line.at(),
                invalidates,
                text(line, "rating"),
                invalidates ? null : name(line),
                invalidates ? text(line, "given") : null,
                cell.agent(),
                cell.department(),
                cell.channel());
    }

    /** Those of the marks that count: given, and not taken back by a word that names them or, naming none, comes after them. */
    static Set<RatingMark> counting(Collection<RatingMark> marks) {
        List<RatingMark> standing = new ArrayList<>();
        Set<RatingMark> counting = new HashSet<>();
        Set<String> named = new HashSet<>();
        marks.forEach(mark -> {
            if (mark.invalidates && mark.given != null) {
                named.add(mark.given);
            }
        });
        for (RatingMark mark : marks.stream().sorted(IN_ORDER).toList()) {
            if (!mark.invalidates) {
                if (mark.name == null || !named.contains(mark.name)) {
                    standing.add(mark);
                }
            } else if (mark.given == null) {
                takeBack(mark, standing);
            }
        }
        counting.addAll(standing);
        return counting;
    }

    private static void takeBack(RatingMark word, List<RatingMark> standing) {
        for (int i = standing.size() - 1; i >= 0; i--) {
            if (word.meets(standing.get(i))) {
                standing.remove(i);
                return;
            }
        }
    }

    private boolean meets(RatingMark other) {
        return ticket.equals(other.ticket)
                && (agent.equals(Cell.NOBODY) || agent.equals(other.agent))
                && (rating == null || rating.equals(other.rating));
    }

    Figure figure() {
        return figure(rating);
    }

    static Figure figure(@Nullable String rating) {
        return switch (String.valueOf(rating)) {
            case "reward" -> Figure.REWARDS;
            case "rebuke" -> Figure.REBUKES;
            default -> Figure.NEUTRALS;
        };
    }

    Cell cell() {
        return new Cell(Cell.quarter(at), agent, department, channel);
    }

    /** As exports call the line. */
    private static String name(Recorded line) {
        String outside = text(line, "external_id");
        return outside == null ? line.workspace() + ":" + line.seq() : outside;
    }

    private static @Nullable String text(Recorded line, String fact) {
        String text = line.facts().path(fact).asString("");
        return text.isEmpty() ? null : text;
    }
}
