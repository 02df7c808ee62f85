package org.fourleaf.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, as it is asked of the index and of the tickets.
 *
 * @param nothing it can't be answered by any ticket
 * @param words the tsquery of the words wanted, none when only properties are asked for
 * @param inSubject the same of words in the subject, none when there are none
 * @param documents in how many documents the rarest of the words stands
 * @param written the same of words that are tags' names, too: so many at least, how many more wear the tag is not known
 * @param statuses which statuses may be hits at all
 * @param merged tickets merged away are asked for
 * @param opened when tickets must have been opened, as far as the conditions say so
 * @param conditions on a ticket {@code t}
 * @param lit the lexemes to be marked where they are shown
 * @param loose the plain words, for which others that look alike may stand
 */
record Question(
        boolean nothing,
        @Nullable String words,
        @Nullable String inSubject,
        long documents,
        long written,
        Set<TicketStatus> statuses,
        boolean merged,
        Opened opened,
        List<Sql> conditions,
        Set<String> lit,
        List<String> loose) {

    /** Not before the one moment, and before the other. */
    record Opened(@Nullable Instant since, @Nullable Instant until) {

        static final Opened ANY_TIME = new Opened(null, null);

        Opened since(Instant moment) {
            return new Opened(since == null || moment.isAfter(since) ? moment : since, until);
        }

        Opened until(Instant moment) {
            return new Opened(since, until == null || moment.isBefore(until) ? moment : until);
        }
    }

    Question {
        statuses = Set.copyOf(statuses);
        conditions = List.copyOf(conditions);
        lit = Set.copyOf(lit);
        loose = List.copyOf(loose);
    }

    /** True: few enough to take them all and ask of each. */
    boolean isRare() {
        return words != null && documents <= RARE_MAX;
    }

    /** Nothing but one plain word, whose number is known. */
    boolean isOneWord() {
        return documents != Long.MAX_VALUE && loose.size() == 1;
    }

    /** Hits that are read all at once. */
    static final int RARE_MAX = 2_000;

    /** All conditions on a ticket {@code t} but those on its words. */
    Sql onTicket(List<UUID> departments, boolean everyDepartment) {
        Sql sql = Sql.of("t.status in (" + codes() + ")").addIf(!merged, "and t.merged_into is null");
        sql.addIf(merged, "and t.merged_into is not null");
        sql.addIf(!everyDepartment, "and t.department_id = any (?)", departments);
        conditions.forEach(condition -> sql.add("and").add(condition));
        return sql;
    }

    /** The conditions alone, for lists that know status, access and merges themselves. */
    Sql everywhere() {
        Sql sql = Sql.of("true").addIf(merged, "and t.merged_into is not null");
        conditions.forEach(condition -> sql.add("and").add(condition));
        return sql;
    }

    private String codes() {
        return statuses.stream()
                .map(status -> Integer.toString(status.code()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
